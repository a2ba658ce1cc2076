import { Phone, Video, X } from 'lucide-react';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { Avatar } from '@/shared/ui/Avatar';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import type { CallElsewhere as Elsewhere } from './CallsState';
import css from './IncomingCall.module.css';
import type { TabCalls } from './TabCalls';

/** Offers to go on here with a call that this person is in on another device. */
export function CallElsewhere({ elsewhere, calls }: { elsewhere: Elsewhere; calls: TabCalls }) {
  const words = useWords();
  const other = useChat(
    ({ conversations, me }) =>
      conversations[elsewhere.conversation]?.members.find((member) => member !== me) ?? '',
  );
  const name = useChat(({ people }) => nameOf(people[other]));
  return (
    <section aria-label={words('calls.elsewhere')} className={css.ring}>
      <Avatar user={other} name={name} size={40} />
      <div className={css.who} role="status">
        <p className={css.title}>{words('calls.elsewhere')}</p>
        <p className={css.with}>{words('calls.elsewhere.with', { name })}</p>
      </div>
      <div className={css.answers}>
        <span className={css.accept}>
          <IconButton
            icon={Phone}
            label={words('calls.elsewhere.continue')}
            onPress={() => void calls.continueHere(false)}
          />
        </span>
        <span className={css.accept}>
          <IconButton
            icon={Video}
            label={words('calls.elsewhere.continue.video')}
            onPress={() => void calls.continueHere(true)}
          />
        </span>
        <IconButton icon={X} label={words('calls.elsewhere.later')} onPress={() => calls.leaveElsewhere()} />
      </div>
    </section>
  );
}
