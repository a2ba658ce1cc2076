import { request } from '@/shared/api/request';

export interface Erasure {
  erasure: string;
  requested: string;
  complete: boolean;
  /** When each store had forgotten the person; null until it has. */
  stores: { store: string; forgotten: string | null }[];
}

/** Needs no session: whoever asked for the erasure has none any more, and nobody else knows its id. */
export function fetchErasure(erasure: string): Promise<Erasure> {
  return request(`/erasures/${erasure}`);
}
