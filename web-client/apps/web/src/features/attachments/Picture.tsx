import type { FilePlace } from '@parley/client/conversation/ChatState';
import type { AttachedFile } from '@parley/client/conversation/content';
import { useState } from 'react';
import { useWords } from '@/shared/words/useWords';
import css from './Attachments.module.css';
import { thumbhashUrl } from './thumbhashUrl';
import { useFileUrl } from './useFileUrl';

/** A picture in a message: its place is kept before it is there, so that nothing jumps. */
export function Picture({ file, place, open }: { file: AttachedFile; place: FilePlace; open(): void }) {
  const words = useWords();
  const { url, refused } = useFileUrl({ ...place, variant: 'p1280' });
  const [there, setThere] = useState(false);
  const blurred = thumbhashUrl(file.thumbhash);
  return (
    <button
      type="button"
      className={css.picture}
      style={{
        '--ratio': `${file.width ?? 4} / ${file.height ?? 3}`,
        ...(blurred && !there ? { backgroundImage: `url("${blurred}")` } : {}),
      }}
      aria-label={words('attachments.open', { name: file.name })}
      onClick={open}
    >
      {url ? (
        <img src={url} alt="" decoding="async" onLoad={() => setThere(true)} onError={refused} />
      ) : url === false ? (
        <span className={css.missing}>{words('attachments.not-there')}</span>
      ) : null}
    </button>
  );
}
