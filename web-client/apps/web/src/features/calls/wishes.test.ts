import type { SfuFeed } from '@parley/protocol/types';
import { describe, expect, it } from 'vitest';
import { inView, onStage, wishes } from './wishes';

function feeds(count: number, more: Partial<SfuFeed> = {}): SfuFeed[] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ feed: `f${i}`, user: `u${i}`, microphone: true, camera: true, screen: false, hand: false },
    ...more,
  }));
}

const nobody = { active: null, pinned: null, speaker: false };

describe('what is received in the call of a group', () => {
  it('hears everybody and sees nine', () => {
    const wished = wishes({ ...nobody, feeds: feeds(12) });
    expect(wished.filter(({ source }) => source === 'microphone')).toHaveLength(12);
    expect(wished.filter(({ source }) => source === 'camera')).toHaveLength(9);
  });

  it('has whoever talks among those who are seen', () => {
    const seen = inView({ feeds: feeds(12), active: 'f11' });
    expect(seen).toHaveLength(9);
    expect(seen.at(-1)?.feed).toBe('f11');
    expect(inView({ feeds: feeds(12), active: 'f3' })).toEqual(feeds(12).slice(0, 9));
  });

  it('receives pictures no larger than they are shown', () => {
    const layers = (count: number, pinned: string | null) =>
      wishes({ ...nobody, feeds: feeds(count), pinned })
        .filter(({ source }) => source === 'camera')
        .map(({ layer }) => layer);
    expect(layers(2, null)).toEqual([1, 1]);
    expect(layers(5, null)).toEqual([0, 0, 0, 0, 0]);
    expect(layers(3, 'f1')).toEqual([0, 2, 0]);
  });

  it('wants no picture of a camera that is off', () => {
    expect(wishes({ ...nobody, feeds: feeds(1, { camera: false }) })).toEqual([
      { feed: 'f0', source: 'microphone', layer: 0 },
    ]);
  });

  it('shows a screen large, but whoever was pinned before it', () => {
    const shown = feeds(3).map((each) => ({ ...each, screen: each.feed === 'f0' }));
    expect(onStage({ ...nobody, feeds: shown })?.feed).toBe('f0');
    expect(onStage({ ...nobody, feeds: shown, pinned: 'f2' })?.feed).toBe('f2');
    expect(onStage({ ...nobody, feeds: shown, pinned: 'gone' })?.feed).toBe('f0');
    expect(wishes({ ...nobody, feeds: shown })).toContainEqual({ feed: 'f0', source: 'screen', layer: 0 });
  });

  it('shows whoever talks large where that is wanted', () => {
    expect(onStage({ ...nobody, feeds: feeds(3), active: 'f2' })).toBeNull();
    expect(onStage({ ...nobody, feeds: feeds(3), active: 'f2', speaker: true })?.feed).toBe('f2');
    expect(onStage({ ...nobody, feeds: feeds(3), speaker: true })?.feed).toBe('f0');
    expect(onStage({ ...nobody, feeds: [], speaker: true })).toBeNull();
  });
});
