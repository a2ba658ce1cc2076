import type { EventView, MessageView } from '@parley/protocol/types';
import { saidAbout, withoutWordsOfErased, withSaid } from './about';
import type { ChatState, Conversation, Message } from './ChatState';
import { contentOf } from './content';
import { asEdited } from './edits';
import { isErased } from './erasedPerson';
import { withoutContent } from './forget';
import { noticesOf, withNotices } from './notices';
import { replaceConversation } from './replaceConversation';
import { rangeWith, withRange } from './timeline';

/** Messages as a view answered them, and between which numbers these are all there are. */
export interface HistoryPage {
  from: number;
  to: number;
  items: readonly MessageView[];
  /** What happened between them, in a group. */
  notices?: readonly EventView[] | undefined;
}

/** Adds a page of history, from wherever in the conversation. What is held of its messages already is newer and stays. */
export function applyHistory(state: ChatState, id: string, page: HistoryPage): ChatState {
  const { from, to, items } = page;
  const conversation = state.conversations[id];
  // Of a group in which nothing was said yet, a page tells what happened.
  if (!conversation || (from > to && !page.notices)) return state;
  const unheld = items.filter(({ number }) => !rangeWith(conversation.timeline, number));
  const read = unheld.map((view) => asKnown(state, conversation, messageOf(view)));
  const deleted = new Set(read.filter(isDeleted).map(({ number }) => number));
  const about = unheld
    .filter(({ number }) => !deleted.has(number))
    .flatMap(saidAbout)
    .map((said) => withoutWordsOfErased(state.people, said))
    .reduce(withSaid, conversation.about);
  const messages = read.map((message) => asEdited(message, about[message.number]));
  const timeline = withRange(conversation.timeline, { from, to, messages });
  const notices = withNotices(conversation.notices, noticesOf(page.notices ?? [], items, from));
  const own = messages.filter(({ author }) => author === state.me).map(({ message }) => message);
  return replaceConversation(
    {
      ...state,
      outbox: state.outbox.filter((entry) => entry.conversation !== id || !own.includes(entry.message)),
    },
    { ...conversation, timeline, about, notices },
  );
}

function messageOf({
  about: _,
  text,
  gone,
  mentions,
  attachments,
  link,
  call,
  ...message
}: MessageView): Message {
  const content = contentOf({
    text,
    ...(gone ? { gone } : {}),
    ...(mentions ? { mentions } : {}),
    ...(attachments ? { attachments } : {}),
    ...(link ? { link } : {}),
    ...(call ? { call } : {}),
  });
  return { ...message, content };
}

function isDeleted({ content }: Message): boolean {
  return content.kind === 'gone' && content.why === 'deleted';
}

/** A view may still hold what frames already told to be gone. */
function asKnown(state: ChatState, conversation: Conversation, message: Message): Message {
  if (conversation.deleted.includes(message.message)) return withoutContent(message, 'deleted');
  return isErased(state.people, message.author) ? withoutContent(message, 'erased') : message;
}
