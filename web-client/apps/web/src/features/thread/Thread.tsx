import { peerOf } from '@parley/client/conversation/peerOf';
import { newestRange } from '@parley/client/conversation/timeline';
import { useEffect, useState } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { Loading } from '@/shared/ui/Loading';
import { useWords } from '@/shared/words/useWords';
import { Composer } from './Composer';
import { MessageList } from './MessageList';
import { NoComposer } from './NoComposer';
import css from './Thread.module.css';
import { ThreadHeader } from './ThreadHeader';
import { TypingIndicator } from './TypingIndicator';
import { UnknownConversation } from './UnknownConversation';

/** One open conversation. To be keyed by its id. */
export function Thread({ id }: { id: string }) {
  const words = useWords();
  const engine = useEngine();
  const conversation = useChat((state) => state.conversations[id]);
  const closed = useChat((state) => conversation?.kind === 'direct' && peerOf(state, conversation).erased);
  const listed = useChat((state) => state.list === 'loaded');
  const [atEnd, setAtEnd] = useState(false);
  const known = conversation !== undefined;
  const needsHistory =
    known &&
    conversation.lastNumber > 0 &&
    newestRange(conversation.timeline, conversation.lastNumber) === undefined;

  useEffect(() => {
    if (!known) return;
    engine.attention.open(id);
    return () => {
      engine.typing.stopped();
      engine.attention.open(null);
    };
  }, [engine, id, known]);
  useEffect(() => engine.attention.reachEnd(id, atEnd && !needsHistory), [engine, id, atEnd, needsHistory]);
  useEffect(() => {
    if (needsHistory) engine.history.loadOlder(id);
  }, [engine, id, needsHistory]);

  if (!conversation) return listed ? <UnknownConversation /> : <Loading>{words('thread.opening')}</Loading>;
  return (
    <article aria-labelledby="thread-name" className={css.thread}>
      <ThreadHeader conversation={conversation} />
      {needsHistory ? (
        <div className={css.waiting}>
          <Loading>{words('thread.reading')}</Loading>
        </div>
      ) : (
        <MessageList conversation={conversation} atEnd={atEnd} onEnd={setAtEnd} />
      )}
      <TypingIndicator conversation={conversation} />
      {closed ? <NoComposer /> : <Composer id={id} />}
    </article>
  );
}
