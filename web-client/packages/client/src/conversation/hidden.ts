import type { HiddenView, MessagesHiddenElsewhereFrame } from '@parley/protocol/types';
import type { ChatState, Conversation, Message } from './ChatState';
import type { CommandKind } from './CommandKind';
import type { Pending, PendingCommand } from './PendingCommand';
import { dropCommand } from './pendingSteps';
import { replaceConversation } from './replaceConversation';
import { quoted } from './timeline';

interface MessagesToHide {
  conversation: string;
  /** By their numbers. */
  messages: readonly number[];
  /** False to show them again. */
  hidden: boolean;
}

/** Deletes messages for this person alone, or takes that back. */
export const hide: CommandKind<MessagesToHide, 'Hidden'> = {
  answer: 'Hidden',

  subject: ({ conversation, messages }) => `${conversation}/${messages.join()}`,

  request: ({ conversation, messages, hidden }) => ({
    method: 'PATCH',
    path: `/conversations/${conversation}/hidden`,
    body: { [hidden ? 'hide' : 'show']: messages },
  }),

  /** The event that tells of it may come before or after the answer. */
  settled: (state, { key, data }, { position, numbers }) =>
    withHidden(dropCommand(state, key), data.conversation, { numbers, asOf: position }),
};

export function isToHide(command: PendingCommand): command is Pending<'hide'> {
  return command.kind === 'hide';
}

/** Takes what a view, an answer or an event tells; the newest counts. */
export function withHidden(state: ChatState, id: string, told: HiddenView): ChatState {
  const conversation = state.conversations[id];
  return conversation && told.asOf > (conversation.hidden?.asOf ?? 0)
    ? replaceConversation(state, { ...conversation, hidden: told })
    : state;
}

export function applyHidden(state: ChatState, frame: MessagesHiddenElsewhereFrame): ChatState {
  const { conversation, numbers } = frame.data;
  return withHidden(state, conversation, { numbers, asOf: frame.position });
}

/** Whether this person deleted a message for themselves. */
export function isHidden({ hidden }: Pick<Conversation, 'hidden'>, number: number): boolean {
  return hidden?.numbers.some(({ first, last }) => first <= number && number <= last) ?? false;
}

/** How many of the messages behind a number are hidden, up to the last. */
export function hiddenBehind({ hidden, lastNumber }: Conversation, behind: number): number {
  return (hidden?.numbers ?? []).reduce(
    (sum, { first, last }) => sum + Math.max(0, Math.min(last, lastNumber) - Math.max(first - 1, behind)),
    0,
  );
}

const shown = new WeakMap<Message, Message>();

/** A message that is answered or pinned, as this person sees it: undefined as long as it is not held, null where they see none of that number. */
export function seenAs(conversation: Conversation | undefined, number: number): Message | null | undefined {
  const message = quoted(conversation?.timeline ?? [], number);
  if (!message || !conversation || !isHidden(conversation, number)) return message;
  const known = shown.get(message) ?? { ...message, content: { kind: 'gone', why: 'hidden' } };
  shown.set(message, known);
  return known;
}
