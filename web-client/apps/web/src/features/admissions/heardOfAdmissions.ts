import type { ChatState } from '@parley/client/conversation/ChatState';

/** The newest position that is known of admissions, of all or of one group. */
export function heardOfAdmissions({ heard }: ChatState, group = ''): number | undefined {
  let newest: number | undefined;
  for (const [stream, position] of Object.entries(heard)) {
    if (stream.startsWith(`admission/${group}`) && position > (newest ?? 0)) newest = position;
  }
  return newest;
}
