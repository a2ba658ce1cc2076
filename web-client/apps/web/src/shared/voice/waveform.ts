/** As many values has the waveform of a voice message, and so high is the highest. */
export const BARS = 64;
export const LOUDEST = 31;

/** How loud a recording is from its beginning to its end, of levels from 0 to 1 that were taken at equal distances. */
export function waveformOf(levels: readonly number[]): number[] {
  const loudest = Math.max(...levels, 0.05);
  return Array.from({ length: BARS }, (_, bar) => {
    const from = Math.floor((bar * levels.length) / BARS);
    const part = levels.slice(from, Math.max(from + 1, Math.floor(((bar + 1) * levels.length) / BARS)));
    return Math.round((Math.max(0, ...part) / loudest) * LOUDEST);
  });
}
