import type { ArrangementView } from '@parley/protocol/types';
import type { ChatState } from './ChatState';
import type { CommandKind } from './CommandKind';
import type { Pending, PendingCommand } from './PendingCommand';
import { dropCommand } from './pendingSteps';

/** How this person has a conversation in their list. */
export type Arrangement = Omit<ArrangementView, 'asOf'>;

/** One thing of an arrangement that is to be different. A mute ends by a time that has passed. */
export type ArrangementChange = {
  [Field in keyof Arrangement]-?: Pick<Required<Arrangement>, Field>;
}[keyof Arrangement];

interface ConversationToArrange {
  conversation: string;
  change: ArrangementChange;
}

export const NOT_ARRANGED: Arrangement = {
  pinned: false,
  archived: false,
  favourite: false,
  unread: false,
};

/** Until then a conversation stays muted that is to be muted without end. */
export const WITHOUT_END = '9999-12-31T23:59:59Z';

export const arrange: CommandKind<ConversationToArrange, 'Arranged'> = {
  answer: 'Arranged',

  subject: ({ conversation, change }) => `${conversation}/${Object.keys(change).join()}`,

  request: ({ conversation, change }) => ({
    method: 'PATCH',
    path: `/conversations/${conversation}/arrangement`,
    body: change,
  }),

  /** The event that tells of it may come before or after the answer. */
  settled: (state, { key, data }, { position, ...arrangement }) =>
    withArrangement(dropCommand(state, key), data.conversation, { ...arrangement, asOf: position }),
};

/** Takes what a view, an answer or an event tells; the newest counts. */
export function withArrangement(state: ChatState, conversation: string, told: ArrangementView): ChatState {
  const held = state.arrangements[conversation];
  if (told.asOf <= (held?.asOf ?? 0)) return state;
  return { ...state, arrangements: { ...state.arrangements, [conversation]: told } };
}

/** How a conversation is arranged, with what was asked for and not answered yet. */
export function arrangementOf(
  { arrangements, commands }: Pick<ChatState, 'arrangements' | 'commands'>,
  conversation: string,
): Arrangement {
  let arrangement: Arrangement = arrangements[conversation] ?? NOT_ARRANGED;
  for (const command of commands)
    if (isToArrange(command) && command.data.conversation === conversation && command.reason === null)
      arrangement = { ...arrangement, ...command.data.change };
  return arrangement;
}

export function isMuted({ mutedUntil }: Arrangement, now: number): boolean {
  return mutedUntil !== undefined && Date.parse(mutedUntil) > now;
}

/** Of what in a conversation this person wants to be told. */
export function wantedNews({ news = 'all' }: Arrangement): 'all' | 'mentions' | 'none' {
  return news;
}

/** Whether a conversation calls for this person when something is said there. */
export function isQuiet(arrangement: Arrangement, now: number): boolean {
  return arrangement.archived || isMuted(arrangement, now);
}

export function isToArrange(command: PendingCommand): command is Pending<'arrange'> {
  return command.kind === 'arrange';
}
