import type { EventFrame, ReceiptFrame } from '@/shared/gateway/frames';
import type { ChatState } from './ChatState';
import { isErased } from './erasedPerson';

/** A frame as it may be kept: what someone wrote can be on its way still when their account is gone. */
export function withoutErasedText<T extends EventFrame | ReceiptFrame>(
  people: ChatState['people'],
  frame: T,
): T {
  if (frame.type !== 'event' || frame.name !== 'conversation.message-sent.v1') return frame;
  return isErased(people, String(frame.data.author))
    ? { ...frame, data: { ...frame.data, content: null } }
    : frame;
}
