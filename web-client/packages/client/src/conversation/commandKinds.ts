import { deleteMessage } from './deleteMessage';
import { react } from './reactions';

/** Every kind of command by its name, which is kept in tabs' storage. */
export const commandKinds = {
  'delete-message': deleteMessage,
  react,
};
