import { reachOf } from '@parley/client/conversation/messageStatus';
import { Dialog, Popover } from 'react-aria-components';
import type { MessagePanelProps } from '@/shared/feature/Feature';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';
import { MessageTimes } from './MessageTimes';
import css from './MessageTimes.module.css';

export function TimesPanel({ conversation, message, anchor, done }: MessagePanelProps) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const reach = reachOf(conversation, me, message.number);
  return (
    <Popover className={css.popover ?? ''} placement="top end" triggerRef={anchor} isOpen onOpenChange={done}>
      <Dialog className={css.dialog ?? ''} aria-label={words('receipts.times')}>
        <MessageTimes conversation={conversation} message={message} reach={reach} />
      </Dialog>
    </Popover>
  );
}
