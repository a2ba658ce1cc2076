import type { OutboxEntry, OutboxFile } from '@parley/client/conversation/ChatState';
import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { useEngine } from '@/shared/sync/useEngine';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './Attachments.module.css';
import { FileFace } from './FileFace';
import { sizeText } from './sizeText';
import { thumbhashUrl } from './thumbhashUrl';
import { useLocalUrl } from './useLocalUrl';

/** The files of a message that is on its way, and how far they are. */
export function PendingFiles({ entry, files }: { entry: OutboxEntry; files: readonly OutboxFile[] }) {
  const words = useWords();
  const { outbox } = useEngine();
  return (
    <div className={css.attached}>
      {files.map((file) => (
        <PendingFile key={file.upload} file={file} failed={entry.step === 'failed'} />
      ))}
      {entry.step === 'queued' ? (
        <span className={css.cancel}>
          <IconButton
            icon={X}
            label={words('attachments.cancel')}
            onPress={() => outbox.discard(entry.message)}
          />
        </span>
      ) : null}
    </div>
  );
}

function PendingFile({ file, failed }: { file: OutboxFile; failed: boolean }) {
  const words = useWords();
  const { outbox } = useEngine();
  const share = useStore(outbox.uploading.progress, (each) => each[file.upload] ?? 0);
  const url = useLocalUrl(file.kind === 1 ? file.file : undefined);
  const sent = file.ready ? 1 : share;
  const bar = failed ? null : (
    <progress
      className={css.progress}
      aria-label={words('attachments.uploading', { name: file.name })}
      value={sent}
      max={1}
    />
  );
  if (file.kind === 1)
    return (
      <span
        className={`${css.picture} ${css.pending}`}
        style={{
          '--ratio': `${file.width ?? 4} / ${file.height ?? 3}`,
          backgroundImage: `url("${thumbhashUrl(file.thumbhash) ?? ''}")`,
        }}
      >
        {url ? <img src={url} alt={file.name} /> : null}
        {bar}
      </span>
    );
  return (
    <span className={css.file}>
      <FileFace kind={file.kind} type={file.file?.type ?? ''} />
      <span className={css.about}>
        <bdi className={css.name}>{file.name}</bdi>
        {file.file ? <span className={css.size}>{sizeText(file.file.size)}</span> : null}
        {bar}
      </span>
    </span>
  );
}
