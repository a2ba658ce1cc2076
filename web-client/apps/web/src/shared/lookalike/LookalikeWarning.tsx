import type { Person } from '@parley/client/conversation/ChatState';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { skeleton } from '@/shared/text/skeleton';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';

/** Warns of someone who is called nearly as somebody else whom this person knows, or as this person. */
export function LookalikeWarning({ person }: { person: Person }) {
  const words = useWords();
  const other = useChat(({ people }) => {
    const own = skeleton(person.displayName);
    return Object.values(people).find(
      (each) => each.user !== person.user && !each.erased && skeleton(each.displayName) === own,
    );
  });
  if (!other || person.erased) return null;
  return (
    <Notice look="problem">
      {words('lookalike.warning', {
        username: person.username,
        name: nameOf(other),
        other: other.username,
      })}
    </Notice>
  );
}
