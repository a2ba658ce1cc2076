import type { ChatState, Message } from './ChatState';
import { replaceConversation } from './replaceConversation';

/**
 * Puts older messages before those held. Only a page that ends right before them is taken: what is shown is always a
 * run without a gap. Answers with the same state when the page does not fit.
 */
export function applyHistory(state: ChatState, id: string, page: readonly Message[]): ChatState {
  const conversation = state.conversations[id];
  if (!conversation) return state;
  const oldest = conversation.messages[0]?.number ?? conversation.lastNumber + 1;
  const older = page.filter((message) => message.number < oldest).sort((a, b) => a.number - b.number);
  if (older.at(-1)?.number !== oldest - 1) return state;
  const shown = new Set(older.map((message) => message.message));
  return replaceConversation(
    { ...state, outbox: state.outbox.filter((entry) => !shown.has(entry.message)) },
    { ...conversation, messages: [...older, ...conversation.messages] },
  );
}
