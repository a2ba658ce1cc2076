import type { Conversation } from '@parley/client/conversation/ChatState';
import { type MessageStatus, messageStatus } from '@parley/client/conversation/messageStatus';
import { Check, CheckCheck, CircleAlert, Clock, type LucideIcon } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useChat } from '@/shared/sync/useChat';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import css from './MessageStatus.module.css';
import { MessageTimes } from './MessageTimes';
import type { ThreadItem } from './threadItems';

const shown: Record<MessageStatus, { icon: LucideIcon; words: string }> = {
  queued: { icon: Clock, words: 'Waiting for the connection' },
  sending: { icon: Clock, words: 'Sending' },
  failed: { icon: CircleAlert, words: 'Not sent' },
  sent: { icon: Check, words: 'Sent' },
  delivered: { icon: CheckCheck, words: 'Delivered' },
  read: { icon: CheckCheck, words: 'Read' },
};

/** How far a message of one's own has come; recorded ones tell their times when pressed. */
export function MessageStatusMark({ conversation, item }: { conversation: Conversation; item: ThreadItem }) {
  const me = useChat((state) => state.me);
  const status = item.recorded ? messageStatus(conversation, me, item.recorded.number) : pendingStatus(item);
  const { icon: Icon, words } = shown[status];
  if (!item.recorded) {
    return (
      <span className={`${css.mark} ${css[status]}`}>
        <Icon size={16} />
        <VisuallyHidden>{words}</VisuallyHidden>
      </span>
    );
  }
  return (
    <DialogTrigger>
      <Button className={`${css.mark} ${css[status]}`} aria-label={`${words}. Show times`}>
        <Icon size={17} />
      </Button>
      <Popover className={css.popover ?? ''} placement="top end">
        <Dialog className={css.dialog ?? ''} aria-label="Times of this message">
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
