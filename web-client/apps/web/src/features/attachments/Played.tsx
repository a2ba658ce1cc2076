import type { FilePlace } from '@parley/client/conversation/ChatState';
import type { AttachedFile } from '@parley/client/conversation/content';
import { VoicePlayer } from '@/shared/voice/VoicePlayer';
import { useWords } from '@/shared/words/useWords';
import css from './Attachments.module.css';
import { thumbhashUrl } from './thumbhashUrl';
import { useFileUrl } from './useFileUrl';

/** A video or sound, which the browser fetches in parts as it plays. */
export function Played({ file, place }: { file: AttachedFile; place: FilePlace }) {
  const words = useWords();
  const { url, refused } = useFileUrl({ ...place, variant: 'original' });
  const label = words('attachments.play', { name: file.name });
  if (url === false) return <p className={css.missing}>{words('attachments.not-there')}</p>;
  if (file.kind === 3 && file.waveform && file.durationMs)
    return (
      <VoicePlayer
        id={file.id}
        url={url}
        durationMs={file.durationMs}
        waveform={file.waveform}
        refused={refused}
      />
    );
  if (file.kind === 3)
    return (
      <figure className={css.sound}>
        <figcaption>
          <bdi className={css.name}>{file.name}</bdi>
        </figcaption>
        {/* biome-ignore lint/a11y/useMediaCaption: what people send has no captions */}
        <audio controls preload="metadata" src={url ?? undefined} aria-label={label} onError={refused} />
      </figure>
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: what people send has no captions
    <video
      className={css.video}
      controls
      playsInline
      preload="metadata"
      src={url ?? undefined}
      poster={thumbhashUrl(file.thumbhash) ?? undefined}
      aria-label={label}
      style={{ aspectRatio: `${file.width ?? 16} / ${file.height ?? 9}` }}
      onError={refused}
    />
  );
}
