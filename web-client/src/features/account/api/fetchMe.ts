import { authorized } from '@/shared/session/authorized';

export interface Me {
  user: string;
  username: string;
  displayName: string;
  email: string;
  phone: string | null;
}

export function fetchMe(): Promise<Me> {
  return authorized('/me');
}
