import type { SfuFeed } from '@parley/protocol/types';
import { Hand, Mic, MicOff } from 'lucide-react';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { Avatar } from '@/shared/ui/Avatar';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import css from './GroupCallPeople.module.css';
import type { GroupCall } from './GroupCallsState';

/** Everybody in the call by name, also those of whom there is no tile. */
export function GroupCallPeople({ call, close }: { call: GroupCall; close(): void }) {
  const words = useWords();
  const me = useChat((state) => state.me);
  return (
    <ModalDialog title={words('calls.group.everybody')} isOpen onOpenChange={close}>
      {() => (
        <ul className={css.people}>
          <Somebody
            user={me}
            isOwn
            microphone={!call.muted && call.own.microphone !== null}
            hand={call.hand}
          />
          {call.feeds.map(({ feed, user, microphone, hand }) => (
            <Somebody key={feed} user={user} microphone={microphone} hand={hand} />
          ))}
        </ul>
      )}
    </ModalDialog>
  );
}

type SomebodyProps = Pick<SfuFeed, 'user' | 'microphone' | 'hand'> & { isOwn?: boolean };

function Somebody({ user, microphone, hand, isOwn = false }: SomebodyProps) {
  const words = useWords();
  const name = useChat(({ people }) => nameOf(people[user]));
  return (
    <li className={css.person}>
      <Avatar user={user} name={name} size={36} />
      <bdi className={css.name}>{isOwn ? words('calls.group.you') : name}</bdi>
      {hand ? (
        <>
          <Hand size={18} aria-hidden="true" />
          <VisuallyHidden>{words('calls.group.hand-of', { name })}</VisuallyHidden>
        </>
      ) : null}
      {microphone ? (
        <Mic size={18} aria-hidden="true" />
      ) : (
        <>
          <MicOff size={18} aria-hidden="true" />
          <VisuallyHidden>{words('calls.muted-by', { name })}</VisuallyHidden>
        </>
      )}
    </li>
  );
}
