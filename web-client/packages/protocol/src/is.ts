import { Validator } from '@cfworker/json-schema';
import { definitions } from './schemas';
import type { Contract } from './types';

const validators = new Map<string, Validator>();

/** Whether something that was received is what the server's documents call by this name. The only place that decides it. */
export function is<Name extends keyof Contract>(name: Name, received: unknown): received is Contract[Name] {
  return validatorOf(name).validate(received).valid;
}

function validatorOf(name: string): Validator {
  const known = validators.get(name);
  if (known) return known;
  const made = new Validator({ $ref: `#/$defs/${name}`, $defs: definitions }, '2020-12');
  validators.set(name, made);
  return made;
}
