import type { KnownAboutView, MessageEditedEventView } from '@parley/protocol/types';
import type { Message, Preview } from './ChatState';
import { type Content, previewed, textContent } from './content';

/** The sequence of what gave a message its text: what another edit of it replaces. */
export function textSequence({ sequence, edited }: Message): number {
  return edited?.sequence ?? sequence;
}

/** A message as its author edited it last, of what is said about it. */
export function asEdited(message: Message, said: readonly KnownAboutView[] = []): Message {
  const edit = lastEdit(message, said);
  if (!edit || edit.sequence === message.edited?.sequence) return message;
  return { ...message, content: edit.content, edited: { sequence: edit.sequence, at: edit.at } };
}

export function asEditedPreview(preview: Preview, said: readonly KnownAboutView[] = []): Preview {
  const edit = lastEdit(preview, said);
  return edit ? { ...preview, content: previewed(edit.content) } : preview;
}

/** What is gone stays gone, whatever comes. */
function lastEdit(
  { author, content }: Preview,
  said: readonly KnownAboutView[],
): { sequence: number; at: string; content: Content } | null {
  if (content.kind !== 'text') return null;
  const edit = said.find((each) => isEdit(each) && each.data.member === author);
  const written = edit && isEdit(edit) ? edit.data.content : null;
  return edit && written
    ? { ...edit, content: textContent(written.text, written.mentions, content.link, content.attachments) }
    : null;
}

function isEdit(said: KnownAboutView): said is Extract<KnownAboutView, Pick<MessageEditedEventView, 'name'>> {
  return said.name === 'conversation.message-edited.v1';
}
