import { applyEvent } from './applyEvent';
import type { CommandKind } from './CommandKind';
import { dropCommand } from './pendingSteps';

interface MessageToDelete {
  conversation: string;
  message: string;
  number: number;
  sequence: number;
}

/** Deletes a message of one's own for everyone. */
export const deleteMessage: CommandKind<MessageToDelete, 'Deleted'> = {
  answer: 'Deleted',

  subject: ({ message }) => message,

  request: ({ conversation, message, sequence }) => ({
    method: 'DELETE',
    path: `/conversations/${conversation}/messages/${message}?sequence=${sequence}`,
  }),

  /** A deletion is an event like any other; the gateway's own frame of it may come before or after the answer. */
  settled: (state, { key, data, at }, { sequence, position }) => {
    const { conversation, message, number, sequence: target } = data;
    const applied = applyEvent(state, {
      conversation,
      sequence,
      position,
      at,
      name: 'conversation.message-deleted.v1',
      data: { conversation, number, target, message, author: state.me },
    });
    const reached = applied.conversations[conversation]?.sequence ?? -1;
    return reached < sequence ? applied : dropCommand(applied, key);
  },
};
