/** What has no look of its own and may change how its neighbours look. */
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
/** Line ends, tabs, soft hyphens and the marks that keyboards of right-to-left scripts have: they mislead nobody. */
const HARMLESS = /[\n\t\u00ad\u200e\u200f\u061c]/u;
const VARIATION = /[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const JOINER = /[\u200c\u200d]/u;
const TAG = /[\u{e0020}-\u{e007f}]/u;
const FLAG_BEFORE = /\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u;
/** Letters that joiners mean nothing to. */
const UNJOINED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}]/u;
const JOINED = /[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const SOMETHING = /[^\s\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

export interface Piece {
  text: string;
  /** The name of a character that would not be seen, such as U+202E. */
  code: string | null;
}

/** Cuts a text at what would not be seen, so that it can be shown. */
export function visiblePieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(HIDDEN)) {
    const [character] = match;
    if (isExpected(text, match.index, character)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), code: null });
    pieces.push({ text: character, code: nameOf(character) });
    end = match.index + character.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), code: null });
  return pieces;
}

/** Joins an emoji, shapes a letter, or does no harm. */
function isExpected(text: string, at: number, character: string): boolean {
  if (HARMLESS.test(character)) return true;
  const before = characterBefore(text, at);
  if (VARIATION.test(character)) return SOMETHING.test(before);
  if (TAG.test(character)) return FLAG_BEFORE.test(text.slice(0, at));
  if (!JOINER.test(character)) return false;
  const base = VARIATION.test(before) ? characterBefore(text, at - before.length) : before;
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
  return JOINED.test(base) && JOINED.test(after) && !UNJOINED.test(base);
}

function characterBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
