import type { OutboxFile } from '@parley/client/conversation/ChatState';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { stage, useStaged } from '@/shared/attachments/staged';
import type { AboveComposerProps } from '@/shared/feature/Feature';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './Attachments.module.css';
import { attach } from './attach';
import { FileFace } from './FileFace';
import { useLocalUrl } from './useLocalUrl';

/** The files chosen for the message being written; what is dropped on the page or pasted joins them. */
export function Tray({ conversation, area }: AboveComposerProps) {
  const words = useWords();
  const files = useStaged(conversation);
  const dropping = useDropped(conversation);
  useEffect(() => {
    const field = area.current;
    const paste = (event: ClipboardEvent) => {
      const pasted = [...(event.clipboardData?.files ?? [])];
      if (pasted.length === 0) return;
      event.preventDefault();
      void attach(conversation, pasted);
    };
    field?.addEventListener('paste', paste);
    return () => field?.removeEventListener('paste', paste);
  }, [conversation, area]);

  function change(upload: string, changed: OutboxFile | null) {
    stage(
      conversation,
      files.flatMap((file) => (file.upload === upload ? (changed ?? []) : file)),
    );
  }

  return (
    <>
      {dropping ? <div className={css.drop}>{words('attachments.drop')}</div> : null}
      {files.length > 0 ? (
        <ul className={css.tray} aria-label={words('attachments.chosen')}>
          {files.map((file) => (
            <Staged key={file.upload} file={file} change={(changed) => change(file.upload, changed)} />
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Staged({ file, change }: { file: OutboxFile; change(file: OutboxFile | null): void }) {
  const words = useWords();
  const url = useLocalUrl(file.kind === 1 ? file.file : undefined);
  // Only what was seen to be an image can be sent as one.
  const mayBeImage = file.file?.type.startsWith('image/') && file.thumbhash !== undefined;
  return (
    <li className={css.staged}>
      {url ? <img className={css.small} src={url} alt="" /> : <FileFace kind={file.kind} />}
      <span className={css.about}>
        <bdi className={css.name}>{file.name}</bdi>
        {mayBeImage ? (
          <label className={css.whole}>
            <input
              type="checkbox"
              checked={file.kind === 4}
              onChange={({ target }) => change({ ...file, kind: target.checked ? 4 : 1 })}
            />
            {words('attachments.as-file')}
          </label>
        ) : null}
      </span>
      <IconButton
        icon={X}
        label={words('attachments.remove', { name: file.name })}
        onPress={() => change(null)}
      />
    </li>
  );
}

/** Whether files are held over the page. */
function useDropped(conversation: string): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const hold = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void attach(conversation, [...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', hold);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', hold);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [conversation]);
  return over;
}
