import { arrangementOf, isQuiet, wantedNews } from './arrangement';
import type { Arrival, ChatState } from './ChatState';
import { textMentions } from './mentions';

/** Whether this person wants to be told of what arrived, at this moment. */
export function isNews(state: ChatState, { conversation, content }: Arrival, now: number): boolean {
  const arranged = arrangementOf(state, conversation);
  if (isQuiet(arranged, now)) return false;
  const wanted = wantedNews(arranged);
  return wanted === 'all' || (wanted === 'mentions' && textMentions(content, state.me));
}
