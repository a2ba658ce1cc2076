import type { Status } from '@parley/client/conversation/ChatState';
import { lazily } from '@/shared/lazy/lazily';

const ShownStatus = lazily(async () => (await import('./ShownStatus')).ShownStatus);

/** What someone is up to, where they ever said so. */
export function StatusLine({ status }: { status: Status | undefined }) {
  return status ? <ShownStatus status={status} /> : null;
}
