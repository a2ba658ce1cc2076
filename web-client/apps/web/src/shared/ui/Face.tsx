import { User } from 'lucide-react';
import { hueOf } from '@/shared/person/hueOf';
import { initials } from '@/shared/text/initials';
import css from './Avatar.module.css';

interface FaceProps {
  /** Whoever it is, a person or a group; decides the colour, so that they keep theirs everywhere. */
  user: string;
  name: string;
  size?: number | undefined;
  /** Shows a dot when someone is online; said in words elsewhere. */
  online?: boolean | undefined;
  /** Shows no one in particular. */
  erased?: boolean | undefined;
  /** Where their picture is; their initials stand in its place. */
  picture?: string | undefined;
}

/** Someone, or a group, also where nobody is signed in. */
export function Face({ user, name, size = 44, online = false, erased = false, picture }: FaceProps) {
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
