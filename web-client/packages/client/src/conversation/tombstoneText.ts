import type { ChatState, Gone, Preview } from './ChatState';
import { isErased } from './erasedPerson';

const words: Record<Gone, string> = {
  deleted: 'This message was deleted',
  erased: 'Erased',
  unreadable: 'This message cannot be read',
};

/** What is said in place of a text that is gone; null while the text is there. */
export function tombstoneText(
  people: ChatState['people'],
  { text, gone, author }: Pick<Preview, 'text' | 'gone' | 'author'>,
): string | null {
  if (text !== null) return null;
  return words[gone ?? (isErased(people, author) ? 'erased' : 'deleted')];
}
