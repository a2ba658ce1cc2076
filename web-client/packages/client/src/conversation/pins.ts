import type { MessagePinnedEventView } from '@parley/protocol/types';
import type { Conversation, Message } from './ChatState';

/** A view may have told of it already. */
export function withPin(
  pins: Conversation['pins'],
  { sequence, data }: MessagePinnedEventView,
): Conversation['pins'] {
  const { number, target, message, member } = data;
  const pinned = { number, sequence: target, message, pinnedBy: member, pinned: sequence };
  return [...withoutPin(pins, number), pinned].sort((a, b) => b.pinned - a.pinned);
}

export function withoutPin(pins: Conversation['pins'], number: number): Conversation['pins'] {
  return pins.some((each) => each.number === number) ? pins.filter((each) => each.number !== number) : pins;
}

export function isPinned({ pins }: Conversation, { number }: Pick<Message, 'number'>): boolean {
  return pins.some((each) => each.number === number);
}
