import type { Conversation, Message, OutboxEntry, ThreadAbout } from '@parley/client/conversation/ChatState';
import { isHidden } from '@parley/client/conversation/hidden';
import { whyNotWriting } from '@parley/client/conversation/mayWrite';
import { isFollowed, threadMessages } from '@parley/client/conversation/threads';
import { messageWith } from '@parley/client/conversation/timeline';
import { X } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { useMarkupReady } from '@/shared/markup/useMarkupReady';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { InThreadContext } from '@/shared/threads/InThreadContext';
import { closeThread } from '@/shared/threads/openedThread';
import { sameDay } from '@/shared/time/format';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { Loading } from '@/shared/ui/Loading';
import { useWords } from '@/shared/words/useWords';
import { MessageRow } from './MessageRow';
import { ThreadComposer } from './ThreadComposer';
import css from './ThreadPanel.module.css';
import { continues, pendingStatus, type WordsItem } from './threadItems';
import { useOpenedActions } from './useOpenedActions';
import { useReadThread } from './useReadThread';

const MessageActions = lazily(async () => (await import('./MessageActions')).MessageActions);

interface ThreadPanelProps {
  conversation: Conversation;
  about: ThreadAbout;
}

/** A thread beside its conversation; on a phone in front of it. To be keyed by what it is about. */
export function ThreadPanel({ conversation, about }: ThreadPanelProps) {
  const words = useWords();
  const engine = useEngine();
  const { conversation: id } = conversation;
  const { root } = about;
  const me = useChat((state) => state.me);
  const outbox = useChat((state) => state.outbox);
  const unwritable = useChat((state) => whyNotWriting(state, conversation));
  const messages = useMemo(() => threadMessages(conversation, root.number), [conversation, root.number]);
  const items = useMemo(
    () => itemsOf(conversation, root.number, messages ?? [], outbox, me),
    [conversation, root.number, messages, outbox, me],
  );
  const isRead = messages !== undefined;
  const ready = useMarkupReady({ from: 0, to: 0, messages: messages ?? [] });
  useEffect(() => {
    if (!isRead) engine.threads.load(id, root);
  }, [engine, id, root, isRead]);
  useReadThread(conversation, about, messages);
  const list = useRef<HTMLDivElement>(null);
  const last = items.at(-1)?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever comes last is brought into view.
  useLayoutEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [last, ready]);
  const actions = useOpenedActions(conversation);
  const followed = isFollowed(conversation.threads?.[root.number], me);

  return (
    <aside
      className={css.panel}
      data-thread-panel
      aria-label={words('threads.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) closeThread();
      }}
    >
      <header className={css.head}>
        <h2 className={css.title}>{words('threads.title')}</h2>
        <Button
          look="quiet"
          onPress={() => engine.commands.ask('mark-thread', { conversation: id, root, following: !followed })}
        >
          {followed ? words('threads.unfollow') : words('threads.follow')}
        </Button>
        <IconButton icon={X} label={words('threads.close')} onPress={closeThread} />
      </header>
      <InThreadContext value={true}>
        <section
          ref={list}
          className={css.list}
          aria-label={words('threads.messages')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys.
          tabIndex={0}
          {...actions.handlers}
        >
          {isRead && ready ? null : <Loading>{words('threads.reading')}</Loading>}
          {isRead && engine.threads.hasEarlier(id, root) ? (
            <Button look="quiet" onPress={() => engine.threads.loadEarlier(id, root)}>
              {words('threads.earlier')}
            </Button>
          ) : null}
          {/* biome-ignore lint/a11y/useSemanticElements: as in the conversation. */}
          <div role="list">
            {ready
              ? items.map((item, at) => (
                  // biome-ignore lint/a11y/useSemanticElements: as in the conversation.
                  <div key={item.key} role="listitem" tabIndex={-1}>
                    <MessageRow
                      conversation={id}
                      item={item}
                      inGroup={conversation.kind === 'group'}
                      status={item.entry ? pendingStatus(item) : null}
                      newDay={!sameDay(items[at - 1]?.at ?? '', item.at)}
                      firstNew={false}
                      starts={!continues(items[at - 1], item)}
                      ends={!items[at + 1] || !continues(item, items[at + 1] ?? item)}
                      selected={null}
                      marked={false}
                      watch={unwatched}
                    />
                  </div>
                ))
              : null}
          </div>
          {actions.opened ? <MessageActions opened={actions.opened} open={actions.open} /> : null}
        </section>
      </InThreadContext>
      {unwritable ? null : <ThreadComposer id={id} about={about} />}
    </aside>
  );
}

/** What is told as read of a thread is how far it was shown, as one. */
const unwatched = () => {};

/** The message that it is about, the answers, and one's own that are on their way. */
function itemsOf(
  conversation: Conversation,
  root: number,
  messages: readonly Message[],
  outbox: readonly OutboxEntry[],
  me: string,
): WordsItem[] {
  const about = messageWith(conversation.timeline, root);
  const recorded = [...(about ? [about] : []), ...messages].filter(
    ({ number }) => !isHidden(conversation, number),
  );
  const own = outbox.filter(
    (entry) => entry.conversation === conversation.conversation && entry.thread?.root.number === root,
  );
  return [
    ...recorded.map(
      (message): WordsItem => ({
        kind: 'words',
        key: `${message.author} ${message.message}`,
        author: message.author,
        content: message.content,
        at: message.at,
        recorded: message,
        entry: null,
      }),
    ),
    ...own.map(
      (entry): WordsItem => ({
        kind: 'words',
        key: `${me} ${entry.message}`,
        author: me,
        content: entry.content,
        at: entry.at,
        recorded: null,
        entry,
      }),
    ),
  ];
}
