import { arrange } from './arrangement';
import { deleteMessage } from './deleteMessage';
import { editMessage } from './editMessage';
import { hide } from './hidden';
import { pin } from './pinMessage';
import { react } from './reactions';
import { markThread } from './threads';

/** Every kind of command by its name, which is kept in tabs' storage. */
export const commandKinds = {
  arrange,
  'delete-message': deleteMessage,
  'edit-message': editMessage,
  hide,
  'mark-thread': markThread,
  pin,
  react,
};
