import { seenAs } from '@parley/client/conversation/hidden';
import { useEffect } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import css from './Quote.module.css';
import { QuotedText } from './QuotedText';

/** The message that another answers, as it is now; pressing it leads there, which the list sees to. */
export function Quote({ conversation, number }: { conversation: string; number: number }) {
  const words = useWords();
  const { history } = useEngine();
  const origin = useChat((state) => seenAs(state.conversations[conversation], number));
  const isMissing = origin === undefined;
  useEffect(() => {
    if (isMissing) history.loadOne(conversation, number);
  }, [history, conversation, number, isMissing]);
  return (
    <button type="button" tabIndex={-1} data-origin={number} className={css.quote} disabled={origin === null}>
      <VisuallyHidden>{words('thread.quote.answers')} </VisuallyHidden>
      <QuotedText conversation={conversation} message={origin} />
    </button>
  );
}
