import { uuidv7 } from '@parley/client/text/uuidv7';
import type { NewRequestAnswer, RequestChanged } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

/** Accepts what somebody writes who may not at once, or ignores it. */
export function answerRequest(
  conversation: string,
  answer: NewRequestAnswer['answer'],
): Promise<RequestChanged> {
  return session.call('RequestChanged', `/conversations/${conversation}/request`, {
    method: 'PUT',
    key: uuidv7(),
    body: { answer },
  });
}

/** @param reason what is wrong, or nothing */
export function reportRequest(conversation: string, reason: string): Promise<RequestChanged> {
  return session.call('RequestChanged', `/conversations/${conversation}/request/report`, {
    method: 'POST',
    key: uuidv7(),
    body: { reason },
  });
}
