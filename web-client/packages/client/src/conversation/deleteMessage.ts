import type { InThread } from '@parley/protocol/types';
import { moderates } from './actingOnMembers';
import { applyEvent } from './applyEvent';
import type { ChatState, Conversation, Message } from './ChatState';
import type { CommandKind } from './CommandKind';
import { dropCommand, pendingAbout } from './pendingSteps';

interface MessageToDelete {
  conversation: string;
  message: string;
  number: number;
  sequence: number;
  /** Its place in a thread. */
  thread?: InThread | undefined;
  /** Where it is not one's own. */
  author?: string;
}

/** Deletes a message for everyone: one's own, or in a group that one leads. */
export const deleteMessage: CommandKind<MessageToDelete, 'Deleted'> = {
  answer: 'Deleted',

  subject: ({ message }) => message,

  request: ({ conversation, message, sequence }) => ({
    method: 'DELETE',
    path: `/conversations/${conversation}/messages/${message}?sequence=${sequence}`,
  }),

  /** A deletion is an event like any other; the gateway's own frame of it may come before or after the answer. */
  settled: (state, { key, data, at }, { sequence, position }) => {
    const { conversation, message, number, thread, sequence: target, author = state.me } = data;
    const applied = applyEvent(state, {
      conversation,
      sequence,
      position,
      at,
      name: 'conversation.message-deleted.v1',
      data: { conversation, number, target, message, author, ...(thread ? { thread } : {}) },
    });
    const reached = applied.conversations[conversation]?.sequence ?? -1;
    return reached < sequence ? applied : dropCommand(applied, key);
  },
};

/** Whether this person can delete a message for everyone at this moment. */
export function mayDelete(state: ChatState, conversation: Conversation, message: Message): boolean {
  if (pendingAbout(state, 'delete-message', message.message)) return false;
  return (
    message.author === state.me ||
    (message.content.kind !== 'gone' && moderates(conversation, state.me, message.author))
  );
}
