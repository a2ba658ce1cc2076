import type { Mention } from '@parley/protocol/types';
import { applyEvent } from './applyEvent';
import type { ChatState, Conversation, Message } from './ChatState';
import type { CommandKind } from './CommandKind';
import { whyNotWriting } from './mayWrite';
import { dropCommand } from './pendingSteps';

interface TextToChange {
  conversation: string;
  message: string;
  number: number;
  sequence: number;
  /** The sequence of the text that was edited. */
  replaces: number;
  text: string;
  mentions?: readonly Mention[];
}

/** Gives a message of one's own another text. */
export const editMessage: CommandKind<TextToChange, 'Edited'> = {
  answer: 'Edited',

  subject: ({ message }) => message,

  request: ({ conversation, message, sequence, replaces, text, mentions }) => ({
    method: 'PUT',
    path: `/conversations/${conversation}/messages/${message}/text?sequence=${sequence}`,
    body: { text, ...(mentions?.length ? { mentions } : {}), replaces },
  }),

  /** An edit is an event like any other; the gateway's own frame of it may come before or after the answer. */
  settled: (state, { key, data }, { sequence, position, recorded }) => {
    const { conversation, message, number, sequence: target } = data;
    const { text, mentions } = data;
    const applied = applyEvent(state, {
      conversation,
      sequence,
      position,
      at: recorded,
      name: 'conversation.message-edited.v1',
      data: {
        conversation,
        number,
        target,
        message,
        member: state.me,
        content: { text, ...(mentions?.length ? { mentions: [...mentions] } : {}) },
      },
    });
    return dropCommand(applied, key);
  },
};

/** Whether this person can give a message another text at this moment. */
export function mayEdit(
  state: ChatState,
  conversation: Conversation,
  { author, content, message }: Message,
): boolean {
  const isAsked = state.commands.some(
    ({ kind, subject }) => kind !== 'react' && kind !== 'pin' && subject === message,
  );
  const isOwn = author === state.me && content.kind === 'text';
  return (
    isOwn &&
    !isAsked &&
    !['request', 'closed', 'role', 'muted'].includes(whyNotWriting(state, conversation) ?? '')
  );
}
