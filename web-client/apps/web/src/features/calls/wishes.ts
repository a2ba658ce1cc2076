import type { SfuFeed, SfuWish } from '@parley/protocol/types';
import type { GroupCall } from './GroupCallsState';

/** So many are seen at the same moment. */
export const IN_VIEW = 9;
const FEW = 4;
const LARGE = 2;
const MIDDLE = 1;
const SMALL = 0;

type Shown = Pick<GroupCall, 'feeds' | 'active' | 'pinned' | 'speaker'>;

/** Whose screen or camera fills the panel: who was pinned, who shows their screen, or who talks where that is wanted; else nobody. */
export function onStage({ feeds, pinned, speaker, active }: Shown): SfuFeed | null {
  const talks = speaker ? (feeds.find(({ feed }) => feed === active) ?? feeds[0]) : undefined;
  return feeds.find(({ feed }) => feed === pinned) ?? feeds.find(({ screen }) => screen) ?? talks ?? null;
}

/** Who is seen beside: in the order in which they came, but whoever talks is among them. */
export function inView({ feeds, active }: Pick<GroupCall, 'feeds' | 'active'>): readonly SfuFeed[] {
  const first = feeds.slice(0, IN_VIEW);
  const talks = feeds.find(({ feed }) => feed === active);
  return !talks || first.includes(talks) ? first : [...first.slice(0, -1), talks];
}

/** All that is to be received: everybody’s voice, and pictures no larger than they are shown. */
export function wishes(call: Shown): SfuWish[] {
  const stage = onStage(call);
  const seen = inView(call);
  const layer = seen.length > FEW ? SMALL : MIDDLE;
  return call.feeds.flatMap(({ feed, camera, screen }) => [
    { feed, source: 'microphone', layer: SMALL },
    ...(camera && (seen.some((each) => each.feed === feed) || stage?.feed === feed)
      ? [{ feed, source: 'camera', layer: stage?.feed === feed && !screen ? LARGE : stage ? SMALL : layer }]
      : []),
    ...(screen && (stage?.feed === feed || seen.some((each) => each.feed === feed))
      ? [{ feed, source: 'screen', layer: SMALL }]
      : []),
  ]);
}
