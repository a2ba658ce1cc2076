import { type Schema, Validator } from '@cfworker/json-schema';
import { definitions } from './schemas';
import type { Contract } from './types';

const known: Record<string, Schema> = { ...definitions };
const validators = new Map<string, Validator>();

/** Whether something that was received is what the server's documents call by this name. The only place that decides it. */
export function is<Name extends keyof Contract>(name: Name, received: unknown): received is Contract[Name] {
  return validatorOf(name).validate(received).valid;
}

/** To be awaited before it is asked whether something is what only a feature asks for. */
export async function learn(name: keyof Contract): Promise<void> {
  if (!(name in known)) Object.assign(known, (await import('./laterSchemas')).definitions);
}

function validatorOf(name: string): Validator {
  const made = validators.get(name);
  if (made) return made;
  const validator = new Validator({ $ref: `#/$defs/${name}`, $defs: known }, '2020-12');
  validators.set(name, validator);
  return validator;
}
