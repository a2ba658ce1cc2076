import { Problem } from '@parley/client/api/Problem';
import { backoff } from '@parley/client/gateway/backoff';

/** Asks again as long as the server cannot be reached, an answer is wanted and there are tries left. Answers with what it says, or a refusal. */
export async function insist<T>(
  ask: () => Promise<T>,
  wanted: () => boolean,
  tries = Number.POSITIVE_INFINITY,
): Promise<T | Problem> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (!problem.retryable || attempt + 1 >= tries || !wanted()) return problem;
      await new Promise((resolve) => setTimeout(resolve, backoff(attempt)));
      if (!wanted()) return problem;
    }
  }
}
