import { Problem } from '@parley/client/api/Problem';
import { plainWords, spoken } from '@/shared/words/words';

/** What a person is told of a refusal, by its code: servers may know codes that this client does not. */
export function problemWords(problem: Error | string | null): string {
  const code =
    typeof problem === 'string' ? problem : problem instanceof Problem ? problem.code : 'not_understood';
  return plainWords(`problem.${code}`) ?? spoken().words('problem.unknown', { code });
}
