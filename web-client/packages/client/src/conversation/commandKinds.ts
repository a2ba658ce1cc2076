import { deleteMessage } from './deleteMessage';
import { editMessage } from './editMessage';
import { react } from './reactions';

/** Every kind of command by its name, which is kept in tabs' storage. */
export const commandKinds = {
  'delete-message': deleteMessage,
  'edit-message': editMessage,
  react,
};
