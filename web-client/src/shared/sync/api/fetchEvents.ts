import type { EventFrame } from '@/shared/gateway/frames';
import { authorized } from '@/shared/session/authorized';

/** The most the server answers at once. */
export const EVENTS_PAGE = 200;

export async function fetchEvents(id: string, from: number, to: number): Promise<EventFrame[]> {
  const { items } = await authorized<{ items: Omit<EventFrame, 'type'>[] }>(
    `/conversations/${id}/events?from=${from}&to=${Math.min(to, from + EVENTS_PAGE - 1)}`,
  );
  return items.map((event) => ({ ...event, type: 'event' }));
}
