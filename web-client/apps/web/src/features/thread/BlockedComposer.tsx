import { nameOf } from '@/shared/person/nameOf';
import { useSetBlocked } from '@/shared/person/useSetBlocked';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import css from './Composer.module.css';

/** In place of the composer where this person blocks the other. */
export function BlockedComposer({ user }: { user: string }) {
  const words = useWords();
  const name = useChat((state) => nameOf(state.people[user]));
  const change = useSetBlocked(user);
  return (
    <div className={css.blocked}>
      <p>{words('thread.blocked', { name })}</p>
      {change.error ? <Notice look="problem">{problemWords(change.error)}</Notice> : null}
      <Button look="quiet" isDisabled={change.isPending} onPress={() => change.mutate(false)}>
        {words('thread.blocked.unblock')}
      </Button>
    </div>
  );
}
