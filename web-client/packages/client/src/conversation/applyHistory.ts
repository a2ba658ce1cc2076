import type { MessageView } from '@parley/protocol/types';
import { saidAbout, withoutWordsOfErased, withSaid } from './about';
import type { ChatState, Conversation, Message } from './ChatState';
import { isErased } from './erasedPerson';
import { withoutText } from './forget';
import { replaceConversation } from './replaceConversation';

/**
 * Puts older messages before those held. Only a page that ends right before them is taken: what is shown is always a
 * run without a gap. Answers with the same state when the page does not fit.
 */
export function applyHistory(state: ChatState, id: string, page: readonly MessageView[]): ChatState {
  const conversation = state.conversations[id];
  if (!conversation) return state;
  const oldest = conversation.messages[0]?.number ?? conversation.lastNumber + 1;
  const unheld = page.filter((message) => message.number < oldest);
  const older = unheld
    .map(({ about: _, ...message }) => asKnown(state, conversation, message))
    .sort((a, b) => a.number - b.number);
  if (older.at(-1)?.number !== oldest - 1) return state;
  const deleted = new Set(older.filter(({ gone }) => gone === 'deleted').map(({ number }) => number));
  const about = unheld
    .filter(({ number }) => !deleted.has(number))
    .flatMap(saidAbout)
    .map((said) => withoutWordsOfErased(state.people, said))
    .reduce(withSaid, conversation.about);
  const shown = new Set(older.map((message) => message.message));
  return replaceConversation(
    { ...state, outbox: state.outbox.filter((entry) => !shown.has(entry.message)) },
    { ...conversation, messages: [...older, ...conversation.messages], about },
  );
}

/** A view may still hold the text of what frames already told to be gone. */
function asKnown(state: ChatState, conversation: Conversation, message: Message): Message {
  if (conversation.deleted.includes(message.message)) return withoutText(message, 'deleted');
  return isErased(state.people, message.author) ? withoutText(message, 'erased') : message;
}
