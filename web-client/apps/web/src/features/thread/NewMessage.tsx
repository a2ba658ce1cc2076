import type { Message } from '@parley/client/conversation/ChatState';
import { useEffect, useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { useEngine } from '@/shared/sync/useEngine';
import { useWords } from '@/shared/words/useWords';
import { Writing, type WritingProps } from './Writing';

const ReplyBar = lazily(async () => (await import('./ReplyBar')).ReplyBar);

interface NewMessageProps extends Pick<WritingProps, 'id' | 'area' | 'keys' | 'isFocused'> {
  /** The message that is being answered. */
  answered: Message | null;
}

/** What is typed is kept as the conversation's draft until it is sent. */
export function NewMessage({ id, area, keys, isFocused, answered }: NewMessageProps) {
  const words = useWords();
  const engine = useEngine();
  const [typed, setTyped] = useState(() => engine.drafts.get(id) ?? '');
  const endReply = () => engine.composing.end(id);
  const origin = answered?.number;
  useEffect(() => {
    if (origin !== undefined) area.current?.focus({ preventScroll: true });
  }, [area, origin]);

  function change(text: string) {
    setTyped(text);
    engine.drafts.set(id, text);
    if (text.trim() === '') engine.typing.stopped();
    else engine.typing.typed(id);
  }

  function send() {
    const replyTo = answered ? { number: answered.number, sequence: answered.sequence } : undefined;
    engine.outbox.write(id, typed, replyTo);
    change('');
    endReply();
    area.current?.focus();
  }

  function leave(): boolean {
    if (!answered) return keys.escape();
    endReply();
    return true;
  }

  return (
    <Writing
      {...{ id, area, isFocused, typed, change, send }}
      keys={{ up: keys.up, escape: leave }}
      label={words('thread.message')}
      sending={words('thread.send')}
      above={answered ? <ReplyBar conversation={id} message={answered} end={endReply} /> : null}
    />
  );
}
