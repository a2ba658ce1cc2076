import type { Person } from '@parley/client/conversation/ChatState';
import { spoken } from '@/shared/words/words';

/** What someone is called, whose names may be unknown or forgotten. */
export function nameOf(person: Person | undefined): string {
  const { words } = spoken();
  if (person?.self) return words('person.saved');
  if (person?.erased) return words('person.erased');
  return person?.displayName || words('person.someone');
}
