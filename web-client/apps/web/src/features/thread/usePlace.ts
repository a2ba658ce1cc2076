import type { Conversation } from '@parley/client/conversation/ChatState';
import { newestRange, type Range, rangeAround, rangeWith } from '@parley/client/conversation/timeline';
import { unread } from '@parley/client/conversation/unread';
import { useEffect, useState } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { placesOf } from './places';

/** A message that is brought into view. */
export interface Place {
  /** Another for each time something is brought into view. */
  turn: number;
  /** Another for each time it was not among what was shown, so that the list begins anew. */
  list: number;
  number: number;
  align: 'start' | 'center' | 'end';
  /** How much of it is above what is in sight. */
  above: number;
  /** Whether an address named it. */
  marked: boolean;
}

type Target = Omit<Place, 'turn' | 'list'>;

interface Placed {
  place: Place;
  /** What is held around it; null as long as it is being read. */
  range: Range | null;
  jumpToEnd(): void;
  /** Brings a message into view, and marks it. */
  jumpTo(number: number): void;
}

/** Something is seen of what came before the first unread message. */
const BEFORE_UNREAD = -64;

/** Where the reader is: where the address says, else at the first unread message, where they left, or at the end. */
export function usePlace(conversation: Conversation, named: number | null): Placed {
  const engine = useEngine();
  const me = useChat((state) => state.me);
  const { conversation: id, lastNumber, timeline } = conversation;
  const [place, setPlace] = useState(() => ({ turn: 0, list: 0, ...firstPlace() }));

  function firstPlace(): Target {
    if (named !== null) return namedPlace(named, lastNumber);
    const left = placesOf(engine).get(id);
    if (unread(conversation, me) > 0) {
      const number = (conversation.watermarks[me]?.readUpTo ?? 0) + 1;
      return { number, align: 'start', above: BEFORE_UNREAD, marked: false };
    }
    return left ? { ...left, align: 'start', marked: false } : endOf(lastNumber);
  }

  const nothing = lastNumber === 0 ? { from: 1, to: 0, messages: [] } : null;
  const range =
    (place.number === 0 ? newestRange(timeline, lastNumber) : find(place.number, place.marked)) ?? nothing;

  /** What an address or a quote names is shown with what surrounds it, though it may be held alone, for its quotes. */
  function find(number: number, isNamed: boolean): Range | undefined {
    return isNamed ? rangeAround(timeline, number, lastNumber) : rangeWith(timeline, number);
  }

  function jump(to: Target) {
    const isShown = range !== null && to.number >= range.from && to.number <= range.to;
    setPlace(({ turn, list }) => ({
      turn: turn + 1,
      list: isShown || to.number === 0 ? list : list + 1,
      ...to,
    }));
  }

  const [shownName, setShownName] = useState(named);
  if (named !== shownName) {
    setShownName(named);
    if (named !== null) jump(namedPlace(named, lastNumber));
  }

  const { kind, notices } = conversation;
  const first = newestRange(timeline, lastNumber)?.from ?? 1;
  const lacksBeginning = kind === 'group' && first <= 1 && !notices.some(({ after }) => after === 0);
  useEffect(() => {
    if (lacksBeginning) engine.history.loadBeginning(id);
  }, [engine, id, lacksBeginning]);

  const { number } = place;
  const missing = range === null;
  useEffect(() => {
    if (missing) engine.history.loadAround(id, Math.max(1, number));
  }, [engine, id, missing, number]);

  return {
    place,
    range,
    jumpToEnd: () => jump(endOf(lastNumber)),
    jumpTo: (to) => jump(namedPlace(to, lastNumber)),
  };
}

function namedPlace(named: number, lastNumber: number): Target {
  return { number: Math.min(named, lastNumber), align: 'center', above: 0, marked: true };
}

function endOf(lastNumber: number): Target {
  return { number: lastNumber, align: 'end', above: 0, marked: false };
}
