import { expect, test } from 'vitest';
import { BARS, LOUDEST, waveformOf } from './waveform';

test('a waveform has 64 values from 0 to 31, however long the recording', () => {
  for (const length of [0, 1, 3, 63, 64, 65, 1_000]) {
    const levels = Array.from({ length }, (_, at) => Math.abs(Math.sin(at)));
    const waveform = waveformOf(levels);
    expect(waveform).toHaveLength(BARS);
    expect(waveform.every((value) => Number.isInteger(value) && value >= 0 && value <= LOUDEST)).toBe(true);
  }
});

test('its shape is that of the recording, whose loudest moment is the highest', () => {
  const levels = Array.from({ length: 640 }, (_, at) => (at < 320 ? 0.1 : 0.4));
  const waveform = waveformOf(levels);
  expect(waveform[0]).toBe(Math.round(LOUDEST / 4));
  expect(waveform[63]).toBe(LOUDEST);
});

test('silence is not made loud', () => {
  expect(waveformOf(Array.from({ length: 100 }, () => 0.001))).toEqual(Array.from({ length: BARS }, () => 1));
  expect(waveformOf(Array.from({ length: 100 }, () => 0))).toEqual(Array.from({ length: BARS }, () => 0));
});
