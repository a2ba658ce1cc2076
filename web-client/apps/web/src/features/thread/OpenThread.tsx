import type { Conversation } from '@parley/client/conversation/ChatState';
import { whyNotWriting } from '@parley/client/conversation/mayWrite';
import { peerOf } from '@parley/client/conversation/peerOf';
import { unread } from '@parley/client/conversation/unread';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { useMarkupReady } from '@/shared/markup/useMarkupReady';
import { useIsBlocked } from '@/shared/person/useBlocked';
import type { Shortcut } from '@/shared/shortcuts/Shortcut';
import { useShortcuts } from '@/shared/shortcuts/useShortcuts';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { Loading } from '@/shared/ui/Loading';
import { useWords } from '@/shared/words/useWords';
import { Composer } from './Composer';
import { MessageList, type MessageListHandle } from './MessageList';
import css from './Thread.module.css';
import { ThreadHeader } from './ThreadHeader';
import { TypingIndicator } from './TypingIndicator';
import { usePlace } from './usePlace';
import { useSelection } from './useSelection';
import { useTypingAnywhere } from './useTypingAnywhere';

const NoComposer = lazily(async () => (await import('./NoComposer')).NoComposer);
const SelectionBar = lazily(async () => (await import('./SelectionBar')).SelectionBar);
const BlockedComposer = lazily(async () => (await import('./BlockedComposer')).BlockedComposer);

interface OpenThreadProps {
  conversation: Conversation;
  number: number | null;
}

export function OpenThread({ conversation, number }: OpenThreadProps) {
  const words = useWords();
  const engine = useEngine();
  const { conversation: id } = conversation;
  const me = useChat((state) => state.me);
  const peer = useChat((state) => (conversation.kind === 'direct' ? peerOf(state, conversation).user : ''));
  const blocked = useIsBlocked(peer);
  const selected = useSelection(id);
  // A mute ends by itself.
  const [, lookAgain] = useReducer((looked: number) => looked + 1, 0);
  const unwritable = useChat((state) => whyNotWriting(state, conversation));
  const [newFrom] = useState(() =>
    unread(conversation, me) > 0 ? (conversation.watermarks[me]?.readUpTo ?? 0) + 1 : null,
  );
  const { place, range, jumpToEnd, jumpTo } = usePlace(conversation, number);
  const ready = useMarkupReady(range);
  const list = useRef<MessageListHandle>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  useTypingAnywhere(composer);
  useShortcuts(THREAD_KEYS);

  useEffect(() => {
    engine.attention.open(id);
    return () => {
      engine.typing.stopped();
      engine.attention.open(null);
    };
  }, [engine, id]);

  const keys = useMemo(
    () => ({
      up: () => list.current?.editLastOwn(),
      escape: () => list.current?.jumpToEnd() ?? false,
    }),
    [],
  );

  return (
    <article aria-labelledby="thread-name" className={css.thread}>
      <ThreadHeader conversation={conversation} />
      {range && ready ? (
        <MessageList
          key={place.list}
          ref={list}
          conversation={conversation}
          range={range}
          place={place}
          newFrom={newFrom}
          jumpToEnd={jumpToEnd}
          jumpTo={jumpTo}
          leave={() => composer.current?.focus()}
        />
      ) : (
        <div className={css.waiting}>
          <Loading>{words('thread.reading')}</Loading>
        </div>
      )}
      <TypingIndicator conversation={conversation} />
      {selected ? <SelectionBar conversation={conversation} numbers={selected} /> : null}
      {selected ? null : unwritable ? (
        <NoComposer why={unwritable} conversation={conversation} over={lookAgain} />
      ) : null}
      {blocked && !selected ? <BlockedComposer user={peer} /> : null}
      {unwritable || blocked || selected ? null : (
        <Composer id={id} area={composer} keys={keys} isFocused={number === null} />
      )}
    </article>
  );
}

/** Handled where the focus is; told here for the sheet of shortcuts. */
const THREAD_KEYS: readonly Shortcut[] = [
  { id: 'last-own', keys: ['ArrowUp'], meaning: (words) => words('thread.keys.last-own') },
  { id: 'messages', keys: ['Shift', 'Tab'], meaning: (words) => words('thread.keys.messages') },
  { id: 'menu', keys: ['Enter'], meaning: (words) => words('thread.keys.menu') },
  { id: 'back', keys: ['Escape'], meaning: (words) => words('thread.keys.back') },
];
