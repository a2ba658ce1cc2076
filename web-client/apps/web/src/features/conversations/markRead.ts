import { arrangementOf } from '@parley/client/conversation/arrangement';
import type { Conversation } from '@parley/client/conversation/ChatState';
import { unread } from '@parley/client/conversation/unread';
import type { ChatEngine } from '@parley/client/sync/ChatEngine';

/** Says that a conversation was read, and takes away the mark that it was not. */
export function markRead({ store, attention, commands }: ChatEngine, held: Conversation): void {
  const state = store.getState();
  const { conversation, lastNumber } = held;
  if (unread(held, state.me) > 0) attention.mark(conversation, lastNumber);
  if (arrangementOf(state, conversation).unread)
    commands.ask('arrange', { conversation, change: { unread: false } });
}
