import type { SkinTone } from 'frimousse';

const RECENT = 'parley.emoji.recent';
const TONE = 'parley.emoji.tone';
const MOST = 18;
const TONES = ['none', 'light', 'medium-light', 'medium', 'medium-dark', 'dark'] as const;

/** The emoji that were chosen last on this device, the newest first. */
export function recentEmoji(): readonly string[] {
  return localStorage.getItem(RECENT)?.split(' ').filter(Boolean) ?? [];
}

export function chose(emoji: string): void {
  const others = recentEmoji().filter((each) => each !== emoji);
  localStorage.setItem(RECENT, [emoji, ...others].slice(0, MOST).join(' '));
}

/** The tone of skin that was chosen last on this device. */
export function chosenTone(): SkinTone {
  const kept = localStorage.getItem(TONE);
  return TONES.find((tone) => tone === kept) ?? 'none';
}

export function chooseTone(tone: SkinTone): void {
  localStorage.setItem(TONE, tone);
}

/** Whoever signs out leaves nothing of what they chose. */
export function forgetEmoji(): void {
  localStorage.removeItem(RECENT);
  localStorage.removeItem(TONE);
}
