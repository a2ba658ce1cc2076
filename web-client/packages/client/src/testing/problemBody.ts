import type { Problem } from '@parley/protocol/types';

/** A refusal as the server writes it. */
export function problemBody(status: number, code: string, detail: string): Problem {
  return { type: `urn:parley:problem:${code}`, title: detail, status, detail, code, retryable: false };
}
