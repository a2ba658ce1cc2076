import type { AttachedFile } from '@parley/client/conversation/content';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { AboveWordsProps } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './Attachments.module.css';
import { FileFace } from './FileFace';
import type { WantedFile } from './fileUrls';
import { PendingFiles } from './PendingFiles';
import { Picture } from './Picture';
import { Played } from './Played';
import { saveFile } from './saveFile';
import { sizeText } from './sizeText';

const Viewer = lazily(async () => (await import('./Viewer')).Viewer);

const NONE: readonly AttachedFile[] = [];

/** The files of a message: pictures and videos side by side, then the others below each other. */
export function Attached({ conversation, content, message, entry }: AboveWordsProps) {
  const words = useWords();
  const [viewed, setViewed] = useState<number | null>(null);
  const files = content.kind === 'text' ? (content.attachments ?? NONE) : NONE;
  if (entry?.files) return <PendingFiles entry={entry} files={entry.files} />;
  if (!message || files.length === 0) return null;
  const place = (file: AttachedFile) => ({ conversation, sequence: message.sequence, attachment: file.id });
  const images = files.filter(({ kind }) => kind === 1);
  return (
    <div className={css.attached}>
      {images.length > 0 ? (
        <div className={`${css.album} ${images.length === 1 ? css.single : ''}`}>
          {images.map((file, i) => (
            <Picture key={file.id} file={file} place={place(file)} open={() => setViewed(i)} />
          ))}
        </div>
      ) : null}
      {files
        .filter(({ kind }) => kind !== 1)
        .map((file) =>
          file.kind === 4 ? (
            <FileLine key={file.id} file={file} wanted={{ ...place(file), variant: 'original' }} />
          ) : (
            <Played key={file.id} file={file} place={place(file)} />
          ),
        )}
      {viewed === null ? null : (
        <Viewer
          images={images}
          place={place}
          first={viewed}
          title={words('attachments.viewer')}
          done={() => setViewed(null)}
        />
      )}
    </div>
  );
}

function FileLine({ file, wanted }: { file: AttachedFile; wanted: WantedFile }) {
  const words = useWords();
  return (
    <div className={css.file}>
      <FileFace kind={file.kind} type={file.type} />
      <span className={css.about}>
        <bdi className={css.name}>{file.name}</bdi>
        <span className={css.size}>{sizeText(file.size)}</span>
      </span>
      <IconButton
        icon={Download}
        label={words('attachments.save', { name: file.name })}
        onPress={() => void saveFile(wanted)}
      />
    </div>
  );
}
