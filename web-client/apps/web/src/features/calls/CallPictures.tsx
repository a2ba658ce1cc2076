import { MicOff } from 'lucide-react';
import { useStore } from 'zustand';
import { Avatar } from '@/shared/ui/Avatar';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import css from './CallPanel.module.css';
import { Picture } from './Picture';
import type { Talk } from './Talk';

interface CallPicturesProps {
  talk: Talk;
  other: string;
  name: string;
  isLarge: boolean;
}

/** What is seen: the other's screen before their camera, and one's own camera in a corner. */
export function CallPictures({ talk, other, name, isLarge }: CallPicturesProps) {
  const words = useWords();
  const { own, theirs, their, held } = useStore(talk.store);
  const isHeld = held || their.held;
  const screen = !isHeld && their.screen ? theirs.screen : null;
  const camera = !isHeld && their.camera ? theirs.camera : null;
  if (!isLarge && !screen && !camera && !own.camera) return null;
  return (
    <div className={css.pictures}>
      {screen ? null : (
        <span className={css.face}>
          <Avatar user={other} name={name} size={isLarge ? 120 : 64} />
        </span>
      )}
      {screen ? (
        <Picture track={screen} label={words('calls.screen-of', { name })} className={css.screen} />
      ) : null}
      {camera ? (
        <Picture
          track={camera}
          label={words('calls.camera-of', { name })}
          className={screen ? css.beside : css.camera}
        />
      ) : null}
      {their.microphone ? null : (
        <span className={css.silent}>
          <MicOff size={18} aria-hidden="true" />
          <VisuallyHidden>{words('calls.muted-by', { name })}</VisuallyHidden>
        </span>
      )}
      {own.camera ? (
        <Picture track={own.camera} label={words('calls.own-camera')} className={css.own} />
      ) : null}
    </div>
  );
}
