import type { Conversation, Watermark } from './ChatState';

export const NOTHING_REACHED: Watermark = { deliveredUpTo: 0, readUpTo: 0 };

/** Watermarks only rise, and what is read has been delivered. */
export function raiseWatermark(
  watermarks: Conversation['watermarks'],
  member: string,
  to: Partial<Watermark>,
): Conversation['watermarks'] {
  const before = watermarks[member] ?? NOTHING_REACHED;
  const readUpTo = Math.max(before.readUpTo, to.readUpTo ?? 0);
  const deliveredUpTo = Math.max(before.deliveredUpTo, to.deliveredUpTo ?? 0, readUpTo);
  if (readUpTo === before.readUpTo && deliveredUpTo === before.deliveredUpTo) return watermarks;
  return { ...watermarks, [member]: { deliveredUpTo, readUpTo } };
}
