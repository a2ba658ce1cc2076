import type { ChatState } from '@parley/client/conversation/ChatState';
import { mayMentionEveryone } from '@parley/client/conversation/mentions';
import type { Suggestion } from '@/shared/feature/Feature';
import { spoken } from '@/shared/words/words';

const MOST = 6;

/** The other members of a conversation who may be meant, those whose names begin so first, and then all of them at once. */
export function membersNamed(
  sought: string,
  conversation: string,
  { conversations, people, me }: ChatState,
): Suggestion[] {
  const folded = sought.toLocaleLowerCase();
  const rank = (username: string, displayName: string) => {
    const name = displayName.toLocaleLowerCase();
    if (username.startsWith(folded) || name.startsWith(folded)) return 0;
    if (name.split(/\s+/).some((part) => part.startsWith(folded))) return 1;
    return username.includes(folded) || name.includes(folded) ? 2 : null;
  };
  const held = conversations[conversation];
  const all: Suggestion[] =
    held && mayMentionEveryone(held, me) && 'all'.startsWith(folded)
      ? [{ id: 'all', insert: '@all', name: spoken().words('mentions.everyone'), hint: '@all', sign: '@' }]
      : [];
  const members = (held?.members ?? [])
    .filter((member) => member !== me)
    .flatMap((member) => {
      const person = people[member];
      const place = person && !person.erased ? rank(person.username, person.displayName) : null;
      return person && place !== null ? [{ person, place }] : [];
    })
    .sort((a, b) => a.place - b.place || a.person.displayName.localeCompare(b.person.displayName))
    .slice(0, MOST)
    .map(({ person: { user, username, displayName } }) => ({
      id: user,
      insert: `@${username}`,
      name: displayName,
      hint: `@${username}`,
      user,
    }));
  return [...members, ...all];
}
