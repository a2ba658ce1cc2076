import { is } from '@parley/protocol/is';
import type { Call, RequestOptions } from '../api/Http';

/** Calls that are answered by a function. */
export function answeredWith(answer: (path: string, options: RequestOptions) => Promise<unknown>): Call {
  return async (name, path, options = {}) => {
    const answered = await answer(path, options);
    if (!is(name, answered)) throw new Error(`This is no ${name}: ${JSON.stringify(answered)}`);
    return answered;
  };
}
