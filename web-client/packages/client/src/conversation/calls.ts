import type { CallChangedEventView, KnownAboutView } from '@parley/protocol/types';
import type { ChatState, Conversation, Message, Preview } from './ChatState';
import { whyNotWriting } from './mayWrite';
import { isWithOneself } from './peerOf';

/** What became of a call, as it was said last. */
export interface CallFate {
  state: 'ringing' | CallChangedEventView['data']['state'];
  /** How long it was talked; null where that is not told. */
  seconds: number | null;
  /** Who said so last; null while it rings. */
  by: string | null;
}

/** How a call is told of to one of the two: what is missed by one was not answered to the other. */
export type CallTold = 'call' | 'missed' | 'unanswered' | 'declined' | 'cancelled' | 'busy' | 'failed';

/** What became of a call: either side says so, and the newest counts. */
export function callFate(said: readonly KnownAboutView[] = []): CallFate {
  let newest: CallFate & { sequence: number } = { state: 'ringing', seconds: null, by: null, sequence: -1 };
  for (const each of said)
    if (isCallChange(each) && each.sequence > newest.sequence) {
      const { state, content, member } = each.data;
      newest = { state, seconds: content?.seconds ?? null, by: member, sequence: each.sequence };
    }
  const { sequence: _, ...fate } = newest;
  return fate;
}

export function isOver({ state }: Pick<CallFate, 'state'>): boolean {
  return state !== 'ringing' && state !== 'accepted';
}

/** How what became of a call is told to who began it, or to the other. */
export function callTold({ state }: Pick<CallFate, 'state'>, own: boolean): CallTold {
  switch (state) {
    case 'ringing':
    case 'accepted':
    case 'completed':
      return 'call';
    case 'missed':
      return own ? 'unanswered' : 'missed';
    case 'cancelled':
    case 'busy':
      return own ? state : 'missed';
    case 'declined':
      return 'declined';
    case 'failed':
    case 'lost':
      return 'failed';
  }
}

/** The message of a call as it is told where there is little room. */
export function callToldOf(
  { about }: Pick<Conversation, 'about'>,
  { number, author }: Pick<Preview, 'number' | 'author'>,
  me: string,
): CallTold {
  return callTold(callFate(about[number]), author === me);
}

/** The newest call of a group that goes on, as far as it is held: nobody rings there, so it does until it is over. */
export function liveGroupCall({ kind, timeline, about }: Conversation): Message | null {
  if (kind !== 'group') return null;
  const newest = timeline.at(-1)?.messages.findLast(({ content }) => content.kind === 'call');
  return newest && !isOver(callFate(about[newest.number])) ? newest : null;
}

/** Whether this person may begin a call in a group. */
export function mayCallGroup(state: ChatState, conversation: Conversation): boolean {
  return conversation.kind === 'group' && whyNotWriting(state, conversation) === null;
}

/** Whether there is one other person who can be called. */
export function mayCall(state: ChatState, conversation: Conversation): boolean {
  return (
    conversation.kind === 'direct' &&
    !isWithOneself(conversation, state.me) &&
    whyNotWriting(state, conversation) === null
  );
}

function isCallChange(
  said: KnownAboutView,
): said is Extract<KnownAboutView, Pick<CallChangedEventView, 'name'>> {
  return said.name === 'conversation.call-changed.v1';
}
