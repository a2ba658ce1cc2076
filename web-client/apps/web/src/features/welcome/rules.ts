import { definitions } from '@parley/protocol/schemas';

type Field = 'username' | 'displayName' | 'email' | 'phone' | 'password';

/** What the server's documents say of a field of a new account. */
function ruleOf(field: Field) {
  const rule = definitions.NewAccount?.properties?.[field];
  const {
    pattern,
    minLength = 0,
    maxLength = Number.POSITIVE_INFINITY,
  } = typeof rule === 'object' ? rule : {};
  return { pattern: new RegExp(pattern ?? '', 'u'), minLength, maxLength };
}

/** The code the server would refuse a field with; null if it would not. Which passwords are common only the server knows. */
export function refusalOf(field: Field, value: string, username: string): string | null {
  if (field === 'phone' && value.trim() === '') return null;
  if (field === 'password') return isWeak(value, username) ? 'password_weak' : null;
  return keeps(field, field === 'phone' ? digits(value) : value) ? null : refusals[field];
}

const refusals = {
  username: 'username_invalid',
  displayName: 'display_name_invalid',
  email: 'email_invalid',
  phone: 'phone_invalid',
} as const;

/** Whether nothing typed after it makes it right. */
export function isBeyondRepair(field: Field, value: string): boolean {
  return field === 'username' && value !== '' && !keeps('username', `${value.trim()}aaa`.slice(0, 20));
}

/** How a phone number is told: without what people write into it to read it better. */
export function digits(phone: string): string {
  return phone.replace(/[\s().-]/g, '');
}

export interface Strength {
  level: 'none' | 'weak' | 'good' | 'strong';
  /** How many characters are too few. */
  missing: number;
}

/** How hard a password is to guess, by the server's rules and its length. */
export function strengthOf(password: string, username: string): Strength {
  const length = [...password].length;
  const missing = Math.max(0, ruleOf('password').minLength - length);
  if (length === 0) return { level: 'none', missing };
  if (isWeak(password, username)) return { level: 'weak', missing };
  return { level: length >= 16 && new Set(password).size >= 8 ? 'strong' : 'good', missing };
}

function isWeak(password: string, username: string): boolean {
  const { minLength, maxLength } = ruleOf('password');
  const letters = [...password];
  const name = username.trim().toLowerCase();
  return (
    letters.length < minLength ||
    letters.length > maxLength ||
    new Set(letters).size === 1 ||
    (name !== '' && password.toLowerCase().includes(name))
  );
}

function keeps(field: Exclude<Field, 'password'>, value: string): boolean {
  const { pattern, minLength, maxLength } = ruleOf(field);
  const length = [...value.trim()].length;
  return length >= minLength && length <= maxLength && pattern.test(value.trim());
}
