import type { Conversation, OutboxEntry } from '@parley/client/conversation/ChatState';
import { mayEdit } from '@parley/client/conversation/editMessage';
import { unreadMentions } from '@parley/client/conversation/mentions';
import { messageStatus } from '@parley/client/conversation/messageStatus';
import type { Range } from '@parley/client/conversation/timeline';
import { unread } from '@parley/client/conversation/unread';
import {
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { lazily } from '@/shared/lazy/lazily';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { dayName, sameDay } from '@/shared/time/format';
import { useWords } from '@/shared/words/useWords';
import { listParts, type ThreadContext } from './listParts';
import css from './MessageList.module.css';
import { MessageRow } from './MessageRow';
import { placesOf } from './places';
import { endSelecting, toggleSelected } from './selection';
import { continues, pendingStatus, type ThreadItem, threadItems } from './threadItems';
import { hiddenAbove, useKeptInSight } from './useKeptInSight';
import { lineOf, useOpenedActions } from './useOpenedActions';
import type { Place } from './usePlace';
import { useRoving } from './useRoving';
import { useSeen } from './useSeen';
import { useSelection } from './useSelection';
import { topmost, useStickyDay } from './useStickyDay';

const JumpToEnd = lazily(async () => (await import('./JumpToEnd')).JumpToEnd);
const JumpToMention = lazily(async () => (await import('./JumpToMention')).JumpToMention);
const NoticeRow = lazily(async () => (await import('./NoticeRow')).NoticeRow, <br />);

const MessageActions = lazily(async () => (await import('./MessageActions')).MessageActions);

/** What the composer can ask of the messages beside it. */
export interface MessageListHandle {
  /** Begins to edit the last message of one's own. */
  editLastOwn(): void;
  /** Answers whether the end was not in sight. */
  jumpToEnd(): boolean;
}

interface MessageListProps {
  conversation: Conversation;
  range: Range;
  place: Place;
  /** The first message that was unread when the conversation was opened. */
  newFrom: number | null;
  jumpToEnd(): void;
  jumpTo(number: number): void;
  /** Gives the focus back to where messages are written. */
  leave(): void;
  ref: Ref<MessageListHandle>;
}

/** No list is as long as this, so that items put before the first have an index too. */
const MIDDLE = 1_000_000;

/** Only what is near the window is in the page. */
export function MessageList({
  conversation,
  range,
  place,
  newFrom,
  jumpToEnd,
  jumpTo,
  leave,
  ref,
}: MessageListProps) {
  const words = useWords();
  const engine = useEngine();
  const me = useChat((state) => state.me);
  const outbox = useChat((state) => state.outbox);
  const list = useRef<VirtuosoHandle>(null);
  const scroller = useRef<HTMLElement | null>(null);
  const { conversation: id, lastNumber } = conversation;
  const items = useMemo(
    () => threadItems(conversation, range, outbox, me),
    [conversation, range, outbox, me],
  );
  const [atBottom, setAtBottom] = useState(false);
  const isNewest = range.to >= lastNumber;
  const mentions = unreadMentions(conversation, me);
  const [mention] = mentions;
  const context: ThreadContext = { complete: range.from <= 1 };
  const target = indexOf(items, place.number);
  const [anchor] = useState(() => items[0]?.key);
  const first =
    MIDDLE -
    Math.max(
      0,
      items.findIndex(({ key }) => key === anchor),
    );
  const roving = useRoving(items, list, scroller);
  const actions = useOpenedActions(conversation);
  const selected = useSelection(id);

  /** While messages are being selected, a press or key on one selects it. */
  function select(target: EventTarget): boolean {
    const line = selected && target instanceof Element ? lineOf(target) : null;
    const number = Number(line?.dataset.number);
    if (number > 0) toggleSelected(number);
    return number > 0;
  }
  const { at: dayAt, look } = useStickyDay(scroller);
  const watch = useSeen(useCallback((number) => engine.attention.see(id, number), [engine, id]));

  // At its end the list follows by itself.
  useOwnWords(outbox, id, () => {
    if (!(atBottom && isNewest)) jumpToEnd();
  });
  useLayoutEffect(() => keepPlace(engine, id, scroller), [engine, id]);
  useEffect(() => {
    if (atBottom && isNewest) placesOf(engine).delete(id);
  }, [engine, id, atBottom, isNewest]);

  // A page that was missing behind what is read is no news to be followed, even if the list ended there until now.
  const [follows, setFollows] = useState(isNewest);
  useEffect(() => setFollows(isNewest), [isNewest]);

  // The first time, the list itself begins there.
  const [turn] = useState(place.turn);
  // A list that begins with one message is in sight at once; scrolling it first would hide it for a moment.
  const [startsLong] = useState(items.length > 1);
  const inSight = useKeptInSight(scroller, () =>
    list.current?.scrollToIndex({ index: target, align: place.align }),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each turn.
  useEffect(() => {
    inSight.hold(place);
    if (place.turn === turn && !place.marked) return;
    list.current?.scrollToIndex({ index: target === items.length - 1 ? 'LAST' : target, align: place.align });
    if (place.marked) roving.focusItem(target);
  }, [place.turn]);

  useImperativeHandle(ref, () => ({
    editLastOwn() {
      const state = engine.store.getState();
      const at = items.findLastIndex(
        ({ recorded }) => recorded !== null && mayEdit(state, conversation, recorded),
      );
      const message = items[at]?.recorded;
      if (!message) return;
      list.current?.scrollIntoView({ index: at });
      engine.composing.edit(id, message);
    },
    jumpToEnd() {
      const away = !(atBottom && isNewest);
      if (away) jumpToEnd();
      return away;
    },
  }));

  function row(index: number, item: ThreadItem) {
    const at = index - first;
    const [before, after] = [items[at - 1], items[at + 1]];
    const newDay = !before || !sameDay(before.at, item.at);
    if (item.kind === 'notices') return <NoticeRow item={item} newDay={newDay} />;
    const { recorded } = item;
    return (
      <MessageRow
        conversation={id}
        item={item}
        inGroup={conversation.kind === 'group'}
        status={recorded ? messageStatus(conversation, me, recorded.number) : pendingStatus(item)}
        newDay={newDay}
        firstNew={
          recorded !== null && newFrom !== null && recorded.number >= newFrom && !isNew(before, newFrom)
        }
        starts={!continues(before, item)}
        ends={!after || !continues(item, after)}
        selected={selected && recorded ? selected.has(recorded.number) : null}
        marked={place.marked && recorded?.number === place.number}
        watch={watch}
      />
    );
  }

  if (items.length === 0) return <p className={css.empty}>{words('thread.empty')}</p>;
  return (
    <section
      className={css.section}
      aria-label={words('thread.messages')}
      {...actions.handlers}
      onClick={(event) => {
        const origin = originOf(event.target);
        if (select(event.target)) event.preventDefault();
        else if (origin > 0) jumpTo(origin);
        else actions.handlers.onClick(event);
      }}
      onPointerDown={(event) => {
        inSight.letGo();
        actions.handlers.onPointerDown(event);
      }}
      {...roving.handlers}
      onWheel={inSight.letGo}
      onTouchMove={inSight.letGo}
      onKeyDown={(event) => {
        inSight.letGo();
        const isSelecting = selected !== null;
        if (isSelecting && event.key === 'Escape') endSelecting();
        if (
          (isSelecting && event.key === 'Escape') ||
          ([' ', 'Enter'].includes(event.key) && select(event.target))
        )
          event.preventDefault();
        else actions.handlers.onKeyDown(event);
        if (!event.defaultPrevented) roving.handlers.onKeyDown(event);
        if (event.key === 'Escape' && !event.defaultPrevented) leave();
      }}
    >
      {dayAt ? (
        <p className={css.sticky} aria-hidden="true">
          {dayName(dayAt)}
        </p>
      ) : null}
      <Virtuoso
        ref={list}
        scrollerRef={(element) => {
          scroller.current = element instanceof HTMLElement ? element : null;
        }}
        className={css.scroller ?? ''}
        tabIndex={roving.tabIndex}
        data={items}
        context={context}
        firstItemIndex={first}
        {...(startsLong
          ? {
              initialTopMostItemIndex:
                target === items.length - 1
                  ? { index: 'LAST', align: 'end' }
                  : { index: target, align: place.align, offset: place.above },
            }
          : {})}
        computeItemKey={(_, item) => item.key}
        itemContent={row}
        components={listParts}
        defaultItemHeight={46}
        alignToBottom
        increaseViewportBy={400}
        atBottomThreshold={80}
        atBottomStateChange={setAtBottom}
        followOutput={follows ? 'auto' : false}
        startReached={() => engine.history.loadOlder(id, range.from)}
        endReached={() => engine.history.loadNewer(id, range.to)}
        onScroll={() => {
          look();
          inSight.onScroll();
        }}
        totalListHeightChanged={() => inSight.onGrowth(items.length)}
      />
      {mention === undefined ? null : (
        <JumpToMention
          count={mentions.length}
          jump={() => {
            jumpTo(mention);
            engine.attention.see(id, mention);
          }}
        />
      )}
      {atBottom && isNewest ? null : (
        <JumpToEnd
          count={unread(conversation, me)}
          jump={() => {
            jumpToEnd();
            leave();
          }}
        />
      )}
      {actions.opened ? <MessageActions opened={actions.opened} open={actions.open} /> : null}
    </section>
  );
}

/** The number of the message whose quote was pressed; 0 for anything else. */
function originOf(target: EventTarget): number {
  const quote = target instanceof Element ? target.closest<HTMLElement>('[data-origin]') : null;
  return Number(quote?.dataset.origin ?? 0);
}

/** What this person writes is brought into view; nothing else moves what is being read. Ids of messages grow with time. */
function useOwnWords(outbox: readonly OutboxEntry[], conversation: string, jumpToEnd: () => void): void {
  const own = outbox.filter((entry) => entry.conversation === conversation && entry.failedAfter === null);
  const newest = own.at(-1)?.message ?? '';
  const brought = useRef(newest);
  const jump = useRef(jumpToEnd);
  useEffect(() => {
    jump.current = jumpToEnd;
  }, [jumpToEnd]);
  useEffect(() => {
    if (newest <= brought.current) return;
    brought.current = newest;
    jump.current();
  }, [newest]);
}

/** Remembers what is in sight when the conversation is left. */
function keepPlace(
  engine: Parameters<typeof placesOf>[0],
  id: string,
  scroller: { current: HTMLElement | null },
) {
  return () => {
    const element = scroller.current;
    const line = topmost(element);
    const number = Number(line?.dataset.number);
    if (!element || !line || !(number > 0)) return;
    if (element.scrollHeight - element.scrollTop - element.clientHeight < 80) return;
    placesOf(engine).set(id, { number, above: hiddenAbove(element, line) });
  };
}

function indexOf(items: readonly ThreadItem[], number: number): number {
  const at = items.findIndex(({ recorded }) => recorded !== null && recorded.number >= number);
  const isLast = items.findLast(({ recorded }) => recorded !== null)?.recorded?.number === number;
  return at < 0 || isLast ? items.length - 1 : at;
}

function isNew(item: ThreadItem | undefined, newFrom: number): boolean {
  return item?.recorded ? item.recorded.number >= newFrom : false;
}
