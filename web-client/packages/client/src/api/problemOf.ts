import { is } from '@parley/protocol/is';
import { Problem } from './Problem';

/** Reads a refusal; an answer that is not a problem document (a proxy's page) still becomes a sentence. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const seconds = Number(response.headers.get('Retry-After'));
  const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
  const { status } = response;
  return is('Problem', body)
    ? new Problem(status, body.code, body.detail, body.retryable, body.errors, retryAfterMs)
    : new Problem(status, 'not_understood', Problem.OURS, status >= 500, [], retryAfterMs);
}
