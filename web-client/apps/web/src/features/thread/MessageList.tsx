import type { Conversation, Message } from '@parley/client/conversation/ChatState';
import { newestRange } from '@parley/client/conversation/timeline';
import { unread } from '@parley/client/conversation/unread';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { useWords } from '@/shared/words/useWords';
import { DeleteMessage } from './DeleteMessage';
import { JumpToEnd } from './JumpToEnd';
import { listParts, type ThreadContext } from './listParts';
import css from './MessageList.module.css';
import { ThreadLine } from './ThreadLine';
import { continues, type ThreadItem, threadItems } from './threadItems';

interface MessageListProps {
  conversation: Conversation;
  atEnd: boolean;
  onEnd(atEnd: boolean): void;
}

/** Only what is near the window is in the page. A message's number is its index, so older pages go before it. */
export function MessageList({ conversation, atEnd, onEnd }: MessageListProps) {
  const words = useWords();
  const engine = useEngine();
  const me = useChat((state) => state.me);
  const outbox = useChat((state) => state.outbox);
  const list = useRef<VirtuosoHandle>(null);
  const items = useMemo(() => threadItems(conversation, outbox, me), [conversation, outbox, me]);
  const first =
    newestRange(conversation.timeline, conversation.lastNumber)?.from ?? conversation.lastNumber + 1;
  const [newFrom] = useState(() => (unread(conversation, me) > 0 ? readUpTo(conversation, me) + 1 : null));
  const [inQuestion, setInQuestion] = useState<Message | null>(null);
  const context: ThreadContext = { complete: first <= 1 };
  // A list that begins with one message is in sight at once; scrolling it first would hide it for a moment.
  const [startsLong] = useState(items.length > 1);
  const empty = items.length === 0;

  // With nothing to scroll, the end is in sight.
  useEffect(() => {
    if (empty) onEnd(true);
  }, [empty, onEnd]);

  function line(index: number, item: ThreadItem) {
    const at = index - first;
    const [before, after] = [items[at - 1], items[at + 1]];
    return (
      <ThreadLine
        conversation={conversation}
        item={item}
        newDay={!before || new Date(before.at).toDateString() !== new Date(item.at).toDateString()}
        firstNew={item.recorded !== null && item.recorded.number === newFrom}
        starts={!continues(before, item)}
        ends={!after || !continues(item, after)}
        askDeletion={setInQuestion}
      />
    );
  }

  if (empty) return <p className={css.empty}>{words('thread.empty')}</p>;
  return (
    <section className={css.section} aria-label={words('thread.messages')}>
      <Virtuoso
        ref={list}
        className={css.scroller ?? ''}
        data={items}
        context={context}
        firstItemIndex={first}
        {...(startsLong ? { initialTopMostItemIndex: { index: 'LAST', align: 'end' } } : {})}
        computeItemKey={(_, item) => item.key}
        itemContent={line}
        components={listParts}
        defaultItemHeight={46}
        alignToBottom
        increaseViewportBy={400}
        atBottomThreshold={80}
        atBottomStateChange={onEnd}
        followOutput={(wasAtEnd) =>
          wasAtEnd || items.at(-1)?.entry?.step === 'queued' || items.at(-1)?.entry?.step === 'sending'
            ? 'auto'
            : false
        }
        startReached={() => engine.history.loadOlder(conversation.conversation)}
      />
      {atEnd ? null : (
        <JumpToEnd
          count={unread(conversation, me)}
          jump={() => list.current?.scrollToIndex({ index: 'LAST', align: 'end' })}
        />
      )}
      <DeleteMessage conversation={conversation} message={inQuestion} done={() => setInQuestion(null)} />
    </section>
  );
}

function readUpTo(conversation: Conversation, me: string): number {
  return conversation.watermarks[me]?.readUpTo ?? 0;
}
