import type { MessageStatus } from '@parley/client/conversation/messageStatus';
import { Check, CheckCheck, CircleAlert, Clock, type LucideIcon } from 'lucide-react';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import css from './MessageStatus.module.css';

const shown = {
  queued: { icon: Clock, meaning: 'thread.status.queued' },
  sending: { icon: Clock, meaning: 'thread.status.sending' },
  failed: { icon: CircleAlert, meaning: 'thread.status.failed' },
  sent: { icon: Check, meaning: 'thread.status.sent' },
  delivered: { icon: CheckCheck, meaning: 'thread.status.delivered' },
  read: { icon: CheckCheck, meaning: 'thread.status.read' },
} as const satisfies Record<MessageStatus, { icon: LucideIcon; meaning: string }>;

/** How far a message of one's own has come; a recorded one tells its times when pressed, which the list sees to. */
export function MessageStatusMark({ status, recorded }: { status: MessageStatus; recorded: boolean }) {
  const words = useWords();
  const { icon: Icon, meaning } = shown[status];
  if (!recorded) {
    return (
      <span className={`${css.mark} ${css[status]}`}>
        <Icon size={16} />
        <VisuallyHidden>{words(meaning)}</VisuallyHidden>
      </span>
    );
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      data-action="times"
      className={`${css.mark} ${css[status]}`}
      aria-label={words('thread.status.show-times', { status: words(meaning) })}
    >
      <Icon size={17} />
    </button>
  );
}
