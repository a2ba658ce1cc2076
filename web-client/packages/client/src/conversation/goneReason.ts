import type { ChatState, Preview } from './ChatState';
import type { Gone } from './content';
import { isErased } from './erasedPerson';

/** Why a content is gone; null while it is there. */
export function goneReason(
  people: ChatState['people'],
  { content, author }: Pick<Preview, 'content' | 'author'>,
): Gone | null {
  if (content.kind !== 'gone') return null;
  return content.why ?? (isErased(people, author) ? 'erased' : 'deleted');
}
