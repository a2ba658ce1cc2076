import type { ChatState, Preview } from './ChatState';
import type { Gone } from './content';
import { isErased } from './erasedPerson';

const words: Record<Gone, string> = {
  deleted: 'This message was deleted',
  erased: 'Erased',
  unreadable: 'This message cannot be read',
};

/** What is said in place of a content that is gone; null while it is there. */
export function tombstoneText(
  people: ChatState['people'],
  { content, author }: Pick<Preview, 'content' | 'author'>,
): string | null {
  if (content.kind !== 'gone') return null;
  return words[content.why ?? (isErased(people, author) ? 'erased' : 'deleted')];
}
