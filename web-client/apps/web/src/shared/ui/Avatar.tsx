import { User } from 'lucide-react';
import { hueOf } from '@/shared/person/hueOf';
import { type Pictured, usePicture } from '@/shared/person/usePicture';
import { initials } from '@/shared/text/initials';
import css from './Avatar.module.css';

interface AvatarProps {
  /** Whoever it is, a person or a group; decides the colour, so that they keep theirs everywhere. */
  user: string;
  name: string;
  size?: number;
  /** Shows a dot when someone is online; said in words elsewhere. */
  online?: boolean;
  /** Shows no one in particular. */
  erased?: boolean | undefined;
  /** What an answer tells of their picture, where they may not be known from conversations. */
  told?: Pictured | null | undefined;
  /** Where their picture is, for whoever sees it by an address alone. */
  address?: string | undefined;
}

export function Avatar({
  user,
  name,
  size = 44,
  online = false,
  erased = false,
  told,
  address,
}: AvatarProps) {
  const picture = usePicture(user, size, told) ?? address;
  const style = { '--hue': hueOf(user), '--size': `${size}px` };
  return (
    <span
      className={`${css.avatar} ${erased ? css.erased : ''}`}
      style={style}
      // As decoration the letters are no words of the button or link they may stand in.
      data-initials={erased ? '' : initials(name)}
      aria-hidden="true"
    >
      {erased ? <User size={size * 0.55} /> : null}
      {picture && !erased ? <img className={css.picture} src={picture} alt="" /> : null}
      {online ? <span className={css.online} /> : null}
    </span>
  );
}
