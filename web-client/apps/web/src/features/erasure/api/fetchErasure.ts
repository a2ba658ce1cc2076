import { request } from '@parley/client/api/request';
import type { ErasureStatus } from '@parley/protocol/types';

/** Needs no session: whoever asked for the erasure has none any more, and nobody else knows its id. */
export function fetchErasure(erasure: string): Promise<ErasureStatus> {
  return request('ErasureStatus', `/erasures/${erasure}`);
}
