import { uuidv7 } from '@parley/client/text/uuidv7';
import type {
  NewAvatar,
  NewContact,
  NewPrivacy,
  NewProfile,
  NewStatus,
  PasswordChange,
} from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export function changeProfile(body: NewProfile): Promise<void> {
  return change('profile', body);
}

export function changeContact(body: NewContact): Promise<void> {
  return change('contact', body);
}

export function changePassword(body: PasswordChange): Promise<void> {
  return change('password', body);
}

export function changeStatus(body: NewStatus): Promise<void> {
  return change('status', body);
}

/** Shows a picture that was uploaded, or none. */
export function changeAvatar(upload: string | null): Promise<void> {
  return change('avatar', { upload });
}

export function changePrivacy(body: NewPrivacy): Promise<void> {
  return change('privacy', body);
}

function change(
  what: string,
  body: NewProfile | NewAvatar | NewContact | NewStatus | NewPrivacy | PasswordChange,
): Promise<void> {
  return session.command(`/me/${what}`, { method: 'PUT', key: uuidv7(), body });
}
