import type { Message } from '@parley/client/conversation/ChatState';
import { messageWith } from '@parley/client/conversation/timeline';
import { Reply, X } from 'lucide-react';
import { useChat } from '@/shared/sync/useChat';
import { IconButton } from '@/shared/ui/IconButton';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import css from './Composer.module.css';
import { QuotedText } from './QuotedText';

interface ReplyBarProps {
  conversation: string;
  message: Message;
  end(): void;
}

/** What is being answered, above where the answer is written. */
export function ReplyBar({ conversation, message, end }: ReplyBarProps) {
  const words = useWords();
  const now = useChat((state) =>
    messageWith(state.conversations[conversation]?.timeline ?? [], message.number),
  );
  return (
    <div className={css.above}>
      <Reply size={18} aria-hidden="true" />
      <p className={css.what}>
        <VisuallyHidden>{words('thread.quote.answers')} </VisuallyHidden>
        <QuotedText conversation={conversation} message={now ?? message} />
      </p>
      <IconButton icon={X} label={words('thread.reply.cancel')} onPress={end} />
    </div>
  );
}
