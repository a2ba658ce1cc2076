import type { Suggestion } from '@/shared/feature/Feature';
import { EMOJI_NAMES } from './emojiNames';

const MOST = 7;

/** The emoji whose names begin so, and then those in whose names it stands. */
export function emojiNamed(sought: string): Suggestion[] {
  const folded = sought.toLowerCase();
  const rank = (name: string) => (name === folded ? 0 : name.startsWith(folded) ? 1 : 2);
  const seen = new Set<string>();
  return EMOJI_NAMES.filter(([name]) => name.includes(folded))
    .sort(([a], [b]) => rank(a) - rank(b) || a.length - b.length || (a < b ? -1 : 1))
    .filter(([, emoji]) => !seen.has(emoji) && seen.add(emoji))
    .slice(0, MOST)
    .map(([name, emoji]) => ({ id: name, insert: emoji, name: `:${name}:`, sign: emoji }));
}
