import type { InvalidField } from '@parley/protocol/types';

/** A refusal as the server tells it (RFC 9457), or the lack of any answer. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly retryable: boolean,
    readonly errors: readonly InvalidField[] = [],
    readonly retryAfterMs: number | null = null,
  ) {
    super(detail);
  }

  static readonly OURS = 'Something went wrong on our side. Try again in a moment.';

  /** The server answered with something else than its contract says. */
  static notUnderstood(status: number): Problem {
    return new Problem(status, 'not_understood', Problem.OURS, true);
  }

  /** The server did not answer at all. */
  static unreachable(): Problem {
    return new Problem(0, 'unreachable', 'The server cannot be reached. Check your connection.', true);
  }
}
