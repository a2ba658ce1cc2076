import { applyEvent } from './applyEvent';
import type { ChatState, Conversation } from './ChatState';
import type { CommandKind } from './CommandKind';
import { dropCommand } from './pendingSteps';
import { leads, roleOf } from './roles';

interface MessageToPin {
  conversation: string;
  message: string;
  number: number;
  sequence: number;
  pinned: boolean;
}

/** Pins a message for everyone, or pins it no more. */
export const pin: CommandKind<MessageToPin, 'PinChanged'> = {
  answer: 'PinChanged',

  subject: ({ message }) => message,

  request: ({ conversation, message, sequence, pinned }) => ({
    method: pinned ? 'PUT' : 'DELETE',
    path: `/conversations/${conversation}/messages/${message}/pin?sequence=${sequence}`,
  }),

  /** That it was pinned is an event like any other; where nothing had to change there is none. */
  settled: (state, { key, data }, { sequence, recorded, position }) => {
    const { conversation, message, number, sequence: target, pinned } = data;
    const dropped = dropCommand(state, key);
    if (sequence === undefined || recorded === undefined) return dropped;
    return applyEvent(dropped, {
      conversation,
      sequence,
      position,
      at: recorded,
      name: pinned ? 'conversation.message-pinned.v1' : 'conversation.message-unpinned.v1',
      data: { conversation, number, target, message, member: state.me },
    });
  },
};

/** In a group those who lead it pin, in a conversation of two both. */
export function mayPin({ me }: Pick<ChatState, 'me'>, conversation: Conversation): boolean {
  return conversation.kind !== 'group' || leads(roleOf(conversation, me));
}
