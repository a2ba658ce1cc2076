import { Problem } from '@parley/client/api/Problem';
import { QueryClient } from '@tanstack/react-query';

const RETRIES = 3;

export function newQueryClient(): QueryClient {
  const retry = (count: number, problem: Error) =>
    count < RETRIES && !(problem instanceof Problem && !problem.retryable);
  return new QueryClient({ defaultOptions: { queries: { retry } } });
}
