import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import { showToast } from '@/shared/toast/toasts';

/** Deletes messages for this person alone, on all of their devices; for a while it can be taken back at once. */
export function hideMessages(
  { commands }: ChatEngine,
  conversation: string,
  messages: readonly number[],
): void {
  commands.ask('hide', { conversation, messages, hidden: true });
  showToast({
    says: (words) => words('deletion.for-me.done'),
    undo: () => commands.ask('hide', { conversation, messages, hidden: false }),
  });
}
