/** Why a frame was not acknowledged: the server refused it, or the connection went before it could answer. */
export class FrameRefused extends Error {
  override readonly name = 'FrameRefused';

  constructor(
    readonly code: string,
    message: string,
    readonly retryable: boolean,
    readonly retryAfterMs: number | null = null,
    readonly field: string | null = null,
  ) {
    super(message);
  }

  static disconnected(): FrameRefused {
    return new FrameRefused('disconnected', 'The connection was lost.', true);
  }

  static unanswered(): FrameRefused {
    return new FrameRefused('unanswered', 'The server did not answer in time.', true);
  }
}
