import type { SfuFeed } from '@parley/protocol/types';
import { Hand, MicOff, Pin, PinOff } from 'lucide-react';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { Avatar } from '@/shared/ui/Avatar';
import { IconButton } from '@/shared/ui/IconButton';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import css from './GroupCall.module.css';
import { Picture } from './Picture';

interface TileProps {
  feed: SfuFeed;
  camera: MediaStreamTrack | null;
  isOwn: boolean;
  isStage: boolean;
  talks: boolean;
  /** Null where there is nothing to pin. */
  pin: (() => void) | null;
  isPinned: boolean;
}

/** One person in a call: their camera or face, whether they are muted, talk or raise a hand. */
export function Tile({ feed, camera, isOwn, isStage, talks, pin, isPinned }: TileProps) {
  const words = useWords();
  const person = useChat(({ people }) => people[feed.user]);
  const name = nameOf(person);
  const label = isOwn ? words('calls.own-camera') : words('calls.camera-of', { name });
  const As = isStage ? 'div' : 'li';
  return (
    <As className={`${css.tile} ${talks ? css.talks : ''}`} data-user={feed.user}>
      <span className={css.face}>
        <Avatar user={feed.user} name={name} size={isStage ? 120 : 64} />
      </span>
      {feed.camera && camera ? (
        <Picture track={camera} label={label} className={`${css.camera} ${isOwn ? css.mirrored : ''}`} />
      ) : null}
      <span className={css.name}>
        {feed.hand ? (
          <>
            <Hand size={16} aria-hidden="true" />
            <VisuallyHidden>{words('calls.group.hand-of', { name })}</VisuallyHidden>
          </>
        ) : null}
        {feed.microphone ? null : (
          <>
            <MicOff size={16} aria-hidden="true" />
            <VisuallyHidden>{words('calls.muted-by', { name })}</VisuallyHidden>
          </>
        )}
        <bdi>{isOwn ? words('calls.group.you') : name}</bdi>
      </span>
      {pin ? (
        <span className={css.pin}>
          <IconButton
            icon={isPinned ? PinOff : Pin}
            label={words(isPinned ? 'calls.group.unpin' : 'calls.group.pin', { name })}
            onPress={pin}
          />
        </span>
      ) : null}
    </As>
  );
}
