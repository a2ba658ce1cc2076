import { Problem } from '@parley/client/api/Problem';
import type { FoundPerson } from '@parley/protocol/types';

const NOT_FOUND = 404;

/** Whom someone means who typed a username or a part of a name: the one of exactly this name, or else the first found. */
export function bestMatch(typed: string, found: readonly FoundPerson[], me: string): FoundPerson | undefined {
  const sought = typed.trim().replace(/^@/, '').normalize('NFC').toLowerCase();
  const others = found.filter(({ user }) => user !== me);
  return (
    others.find(({ username }) => username === sought) ??
    others.find(({ displayName }) => displayName.toLowerCase() === sought) ??
    others[0]
  );
}

export function isUnknown(problem: unknown): boolean {
  return problem instanceof Problem && problem.status === NOT_FOUND;
}
