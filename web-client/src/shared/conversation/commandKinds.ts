import type { CommandKind } from './CommandKind';
import { deleteMessage } from './deleteMessage';
import type { CommandName } from './PendingCommand';

export const commandKinds: { [Name in CommandName]: CommandKind<Name> } = {
  'delete-message': deleteMessage,
};
