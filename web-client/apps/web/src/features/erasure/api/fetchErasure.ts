import type { ErasureStatus } from '@parley/protocol/types';
import { http } from '@/shared/api/http';

/** Needs no session: whoever asked for the erasure has none any more, and nobody else knows its id. */
export function fetchErasure(erasure: string): Promise<ErasureStatus> {
  return http.request('ErasureStatus', `/erasures/${erasure}`);
}
