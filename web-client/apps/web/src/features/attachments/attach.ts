import { MOST_FILES, stage, stagedFor } from '@/shared/attachments/staged';
import { showToast } from '@/shared/toast/toasts';
import { prepared } from './prepare';

/** Adds files to the message being written. */
export async function attach(conversation: string, files: readonly File[]): Promise<void> {
  const filled = files.filter(({ size }) => size > 0);
  if (filled.length < files.length) showToast({ says: (words) => words('attachments.empty') });
  const room = MOST_FILES - stagedFor(conversation).length;
  if (filled.length > room) showToast({ says: (words) => words('attachments.most', { count: MOST_FILES }) });
  const ready = await Promise.all(filled.slice(0, Math.max(room, 0)).map(prepared));
  stage(conversation, [...stagedFor(conversation), ...ready]);
}
