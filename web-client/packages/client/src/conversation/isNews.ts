import { arrangementOf, isQuiet, wantedNews } from './arrangement';
import type { Arrival, ChatState } from './ChatState';
import { textMentions } from './mentions';

/** Whether this person wants to be told of what arrived, at this moment: not of requests, nor while nobody is to disturb them. */
export function isNews(state: ChatState, { conversation, content }: Arrival, now: number): boolean {
  const arranged = arrangementOf(state, conversation);
  const quietUntil = state.people[state.me]?.status?.quietUntil;
  if (isQuiet(arranged, now) || state.conversations[conversation]?.request) return false;
  if (quietUntil && Date.parse(quietUntil) > now) return false;
  const wanted = wantedNews(arranged);
  return wanted === 'all' || (wanted === 'mentions' && textMentions(content, state.me));
}
