import { Problem } from '@parley/client/api/Problem';
import { uuidv7 } from '@parley/client/text/uuidv7';
import type { NewUpload, PutRequest } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

const LOOK_EVERY_MS = 400;
const PATIENCE_MS = 60_000;

/** What a file is for; the picture of a group says of which. */
export type Purpose = Pick<NewUpload, 'purpose' | 'group'>;

/**
 * Uploads a file and waits until it was checked. Rejects with a `Problem`.
 *
 * @param progress is told how much of it was sent, from 0 to 1
 * @returns the upload's id, to be used for its purpose
 */
export async function uploadFile(
  purpose: Purpose,
  file: Blob,
  progress: (sent: number) => void,
): Promise<string> {
  const upload = uuidv7();
  const body = { upload, ...purpose, type: file.type, size: file.size };
  const { put } = await session.call('UploadView', '/uploads', { method: 'POST', body });
  if (put) await send(put, file, progress);
  await session.command(`/uploads/${upload}/complete`, { method: 'POST' });
  await checked(upload);
  return upload;
}

/** Not by `fetch`, which does not tell how much was sent. */
export function send(
  { url, headers }: PutRequest,
  file: Blob,
  progress: (sent: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    signal?.addEventListener('abort', () => request.abort());
    request.onabort = () => reject(Problem.unreachable());
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => (request.status < 300 ? resolve() : reject(Problem.notUnderstood(request.status)));
    request.onerror = () => reject(Problem.unreachable());
    request.send(file);
  });
}

/** Waits until it was checked. */
export async function checked(upload: string, signal?: AbortSignal): Promise<void> {
  const patience = Date.now() + PATIENCE_MS;
  while (Date.now() < patience && !signal?.aborted) {
    const { state, refused } = await session.call('UploadView', `/uploads/${upload}`);
    if (state === 'ready') return;
    if (state !== 'checking') throw new Problem(422, refused ?? 'upload_unknown', '', false);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Problem(0, 'unanswered', '', true);
}
