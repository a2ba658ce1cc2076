export interface FieldProblem {
  field: string;
  code: string;
  detail: string;
}

/** A refusal as the server tells it (RFC 9457), or the lack of any answer. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly retryable: boolean,
    readonly errors: readonly FieldProblem[] = [],
    readonly retryAfterMs: number | null = null,
  ) {
    super(detail);
  }

  /** The server did not answer at all. */
  static unreachable(): Problem {
    return new Problem(0, 'unreachable', 'The server cannot be reached. Check your connection.', true);
  }

  /** Sentences by field name, in the form a form takes them. */
  byField(): Record<string, string> {
    return Object.fromEntries(this.errors.map((error) => [error.field, error.detail]));
  }
}
