import type { Message } from './ChatState';

/** Every message from one number to another that there is for this person. Numbers may be left out: what they do not see has some too. */
export interface Range {
  from: number;
  to: number;
  /** By number, lowest first. */
  messages: readonly Message[];
}

/** What is held of a conversation: ranges from the oldest to the newest, between any two of which something is not held. */
export type Timeline = readonly Range[];

export const NOTHING_HELD: Timeline = [];

/** The range that ends with the newest message; undefined where the newest is not held. */
export function newestRange(timeline: Timeline, lastNumber: number): Range | undefined {
  const last = timeline.at(-1);
  return last && last.to >= lastNumber ? last : undefined;
}

export function rangeWith(timeline: Timeline, number: number): Range | undefined {
  return timeline.find(({ from, to }) => from <= number && number <= to);
}

export function messageWith(timeline: Timeline, number: number): Message | undefined {
  return rangeWith(timeline, number)?.messages.find((message) => message.number === number);
}

/** The range that holds a message and, where there are any, those beside it: what surrounds it can be shown. */
export function rangeAround(timeline: Timeline, number: number, lastNumber: number): Range | undefined {
  return timeline.find(
    ({ from, to }) => from <= Math.max(1, number - 1) && to >= Math.min(lastNumber, number + 1),
  );
}

/** A message that is answered: undefined as long as it is not held, null where this person sees none of that number. */
export function quoted(timeline: Timeline, number: number): Message | null | undefined {
  return rangeWith(timeline, number) ? (messageWith(timeline, number) ?? null) : undefined;
}

/** Adds what was read. Ranges that meet become one; of a message that is held already, what is held stays. */
export function withRange(timeline: Timeline, read: Range): Timeline {
  const meets = ({ from, to }: Range) => from <= read.to + 1 && to >= read.from - 1;
  const met = timeline.filter(meets);
  if (met.some(({ from, to }) => from <= read.from && to >= read.to)) return timeline;
  const isHeld = ({ number }: Message) => met.some(({ from, to }) => from <= number && number <= to);
  const joined: Range = {
    from: Math.min(read.from, ...met.map(({ from }) => from)),
    to: Math.max(read.to, ...met.map(({ to }) => to)),
    messages: [
      ...met.flatMap(({ messages }) => messages),
      ...read.messages.filter((message) => !isHeld(message)),
    ].sort((a, b) => a.number - b.number),
  };
  return [...timeline.filter((range) => !meets(range)), joined].sort((a, b) => a.from - b.from);
}

/** Adds the message that follows the last number there was. A page may have been ahead of it, and hold it already. */
export function withNewest(timeline: Timeline, lastNumber: number, message: Message): Timeline {
  const { number } = message;
  const last = timeline.at(-1);
  if (last?.to !== lastNumber)
    return withRange(timeline, { from: lastNumber + 1, to: number, messages: [message] });
  return [...timeline.slice(0, -1), { ...last, to: number, messages: [...last.messages, message] }];
}

/** Changes messages where they are. Ranges in which nothing changes stay the same. */
export function mapMessages(timeline: Timeline, change: (message: Message) => Message): Timeline {
  return timeline.map((range) => {
    const messages = range.messages.map(change);
    return messages.some((message, i) => message !== range.messages[i]) ? { ...range, messages } : range;
  });
}
