import type { ChatState, Conversation } from '@parley/client/conversation/ChatState';
import { callFate } from '@parley/client/conversation/calls';
import { messageWith, newestRange } from '@parley/client/conversation/timeline';
import type { Ring } from './CallsState';

/** Nothing rings for so long, even where the clock of this device is wrong by minutes. */
const OLD_MS = 10 * 60_000;
/** What may have been said since it began to ring. */
const FEW = 5;

/** Calls of others that may ring still, in conversations that have changed. What is not held of them is asked for. */
export function recentCalls(
  { conversations, me }: ChatState,
  before: ChatState | null,
  load: (conversation: string, number: number) => void,
): Ring[] {
  const changed = Object.values(conversations).filter(
    (each) => each.kind === 'direct' && each !== before?.conversations[each.conversation],
  );
  return changed.flatMap((conversation) => {
    const { lastMessage, lastNumber, timeline, conversation: id } = conversation;
    const isUnheld = lastMessage && !messageWith(timeline, lastMessage.number);
    if (
      isUnheld &&
      lastMessage.content.kind === 'call' &&
      lastMessage.author !== me &&
      isRecent(lastMessage.at)
    )
      load(id, lastMessage.number);
    const { messages } = newestRange(timeline, lastNumber) ?? { messages: [] };
    return messages.slice(-FEW).flatMap(({ author, number, message, content, at }): Ring[] => {
      const rings = content.kind === 'call' && author !== me && isRecent(at) && isLive(conversation, number);
      return rings ? [{ conversation: id, message, number, video: content.video }] : [];
    });
  });
}

function isLive({ about }: Conversation, number: number): boolean {
  return callFate(about[number]).state === 'ringing';
}

/** Whether it was said at a time of which a call may go on; clocks differ by minutes. */
export function isRecent(at: string): boolean {
  return Math.abs(Date.now() - Date.parse(at)) < OLD_MS;
}
