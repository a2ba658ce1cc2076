import { showToast } from '@/shared/toast/toasts';
import { fileUrl, type WantedFile } from './fileUrls';

/** Lets the browser save a file under its name. */
export async function saveFile(wanted: WantedFile): Promise<void> {
  const url = await fileUrl({ ...wanted, save: true }).catch(() => null);
  if (!url) {
    showToast({ says: (words) => words('attachments.not-there') });
    return;
  }
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.rel = 'noreferrer';
  link.click();
}
