import { Problem } from '@parley/client/api/Problem';
import type { Upload } from '@parley/client/sync/Uploading';
import type { UploadView } from '@parley/protocol/types';
import { session } from '@/shared/session/session';
import { checked, send } from './uploadFile';

/** Of every file: what is served has the type that its bytes tell. */
const TYPE = 'application/octet-stream';

/** Uploads a file of a message, or has it copied from another message. What is there already is not sent again. */
export const uploadAttachment: Upload = async ({ upload, file, copyOf, kind }, sent, signal) => {
  const begun = file
    ? await announced(upload, kind, file.size)
    : await session.call('UploadView', '/attachments/copies', {
        method: 'POST',
        body: { upload, ...copyOf },
      });
  if (begun.state === 'ready' || begun.state === 'attached') return;
  if (file && begun.put) {
    await send(begun.put, file, sent, signal);
    await session.command(`/uploads/${upload}/complete`, { method: 'POST' });
  } else if (begun.state !== 'checking') {
    throw new Problem(422, begun.refused ?? 'upload_unknown', '', false);
  }
  await checked(upload, signal);
};

function announced(upload: string, kind: number, size: number): Promise<UploadView> {
  const body = { upload, purpose: 'attachment', kind, type: TYPE, size };
  return session.call('UploadView', '/uploads', { method: 'POST', body });
}
