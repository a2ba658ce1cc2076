import type { ChatState, Preview } from '@parley/client/conversation/ChatState';
import { goneReason } from '@parley/client/conversation/goneReason';
import { spoken } from '@/shared/words/words';

/** What is said in place of a text that is gone; null while the text is there. */
export function goneText(
  people: ChatState['people'],
  message: Pick<Preview, 'content' | 'author'>,
): string | null {
  const reason = goneReason(people, message);
  return reason && spoken().words(`message.gone.${reason}`);
}
