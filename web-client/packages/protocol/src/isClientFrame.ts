import { Validator } from '@cfworker/json-schema';
import { definitions } from './saidSchemas';
import type { ClientFrame } from './types';

/** Whether the server knows a frame; for those who play a server in tests. */
export function isClientFrame(frame: unknown): frame is ClientFrame {
  return validator.validate(frame).valid;
}

const validator = new Validator({ $ref: '#/$defs/ClientFrame', $defs: definitions }, '2020-12');
