import { uuidv7 } from '@parley/client/text/uuidv7';
import type {
  GroupChanged,
  NewGroupDetails,
  NewGroupPicture,
  NewGroupSettings,
  NewOwner,
  NewRole,
} from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export const changeDetails = (conversation: string, body: NewGroupDetails) =>
  put(conversation, 'details', body);

/** Shows a picture that was uploaded, or none. */
export const changePicture = (conversation: string, body: NewGroupPicture) =>
  put(conversation, 'picture', body);

export const changeSettings = (conversation: string, body: NewGroupSettings) =>
  put(conversation, 'settings', body);

export const changeRole = (conversation: string, user: string, body: NewRole) =>
  put(conversation, `members/${user}/role`, body);

export const handOver = (conversation: string, body: NewOwner) => put(conversation, 'owner', body);

export const closeGroup = (conversation: string) => put(conversation, 'closed');

export const deleteGroup = (conversation: string): Promise<GroupChanged> =>
  session.call('GroupChanged', `/conversations/${conversation}`, { method: 'DELETE', key: uuidv7() });

function put(conversation: string, what: string, body?: unknown): Promise<GroupChanged> {
  return session.call('GroupChanged', `/conversations/${conversation}/${what}`, {
    method: 'PUT',
    key: uuidv7(),
    ...(body === undefined ? {} : { body }),
  });
}
