import { type Pictured, usePicture } from '@/shared/person/usePicture';
import { Face } from './Face';

interface AvatarProps {
  /** A person or a group. */
  user: string;
  name: string;
  size?: number;
  online?: boolean;
  erased?: boolean | undefined;
  /** What an answer tells of their picture, where they may not be known from conversations. */
  told?: Pictured | null | undefined;
}

/** Someone, or a group, as whoever is signed in sees them. */
export function Avatar({ user, size = 44, told, ...shown }: AvatarProps) {
  return <Face user={user} size={size} picture={usePicture(user, size, told)} {...shown} />;
}
