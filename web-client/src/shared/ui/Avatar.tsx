import { initials } from '@/shared/text/initials';
import css from './Avatar.module.css';

interface AvatarProps {
  /** Decides the colour, so that a person keeps theirs everywhere. */
  user: string;
  name: string;
  size?: number;
  /** Shows a dot when someone is online; said in words elsewhere. */
  online?: boolean;
}

export function Avatar({ user, name, size = 44, online = false }: AvatarProps) {
  const style = { '--hue': hueOf(user), '--size': `${size}px` } as React.CSSProperties;
  return (
    <span className={css.avatar} style={style} aria-hidden="true">
      {initials(name)}
      {online ? <span className={css.online} /> : null}
    </span>
  );
}

function hueOf(user: string): number {
  let hash = 0;
  for (const character of user) hash = (hash * 31 + character.charCodeAt(0)) % 3600;
  return hash / 10;
}
