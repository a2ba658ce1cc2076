import type { Conversation } from '@parley/client/conversation/ChatState';
import { type MessageStatus, messageStatus } from '@parley/client/conversation/messageStatus';
import { Check, CheckCheck, CircleAlert, Clock, type LucideIcon } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useChat } from '@/shared/sync/useChat';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import css from './MessageStatus.module.css';
import { MessageTimes } from './MessageTimes';
import type { ThreadItem } from './threadItems';

const shown = {
  queued: { icon: Clock, meaning: 'thread.status.queued' },
  sending: { icon: Clock, meaning: 'thread.status.sending' },
  failed: { icon: CircleAlert, meaning: 'thread.status.failed' },
  sent: { icon: Check, meaning: 'thread.status.sent' },
  delivered: { icon: CheckCheck, meaning: 'thread.status.delivered' },
  read: { icon: CheckCheck, meaning: 'thread.status.read' },
} as const satisfies Record<MessageStatus, { icon: LucideIcon; meaning: string }>;

/** How far a message of one's own has come; recorded ones tell their times when pressed. */
export function MessageStatusMark({ conversation, item }: { conversation: Conversation; item: ThreadItem }) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const status = item.recorded ? messageStatus(conversation, me, item.recorded.number) : pendingStatus(item);
  const { icon: Icon, meaning } = shown[status];
  if (!item.recorded) {
    return (
      <span className={`${css.mark} ${css[status]}`}>
        <Icon size={16} />
        <VisuallyHidden>{words(meaning)}</VisuallyHidden>
      </span>
    );
  }
  return (
    <DialogTrigger>
      <Button
        className={`${css.mark} ${css[status]}`}
        aria-label={words('thread.status.show-times', { status: words(meaning) })}
      >
        <Icon size={17} />
      </Button>
      <Popover className={css.popover ?? ''} placement="top end">
        <Dialog className={css.dialog ?? ''} aria-label={words('thread.times')}>
          <MessageTimes conversation={conversation} message={item.recorded} status={status} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function pendingStatus(item: ThreadItem): MessageStatus {
  switch (item.entry?.step) {
    case 'failed':
      return 'failed';
    case 'queued':
      return 'queued';
    default:
      return 'sending';
  }
}
