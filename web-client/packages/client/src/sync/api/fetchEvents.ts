import type { EventView } from '@parley/protocol/types';
import type { Call } from '../../api/Http';

/** The most the server answers at once. */
export const EVENTS_PAGE = 200;

export async function fetchEvents(call: Call, id: string, from: number, to: number): Promise<EventView[]> {
  const last = Math.min(to, from + EVENTS_PAGE - 1);
  const { items } = await call('EventRange', `/conversations/${id}/events?from=${from}&to=${last}`);
  return items;
}
