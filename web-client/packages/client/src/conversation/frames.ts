import type { ServerFrame } from '@parley/protocol/types';
import { applyElsewhere } from './applyElsewhere';
import { applyErased } from './applyErased';
import { applyEvent } from './applyEvent';
import { applyPresence } from './applyPresence';
import { applyReceipt } from './applyReceipt';
import { applyTyping } from './applyTyping';
import { type ChatState, emptyChat } from './ChatState';

export type FrameType = ServerFrame['type'];
export type FrameOf<Type extends FrameType> = Extract<ServerFrame, { type: Type }>;
type FramesByType = { [Type in FrameType]: FrameOf<Type> };

/** A frame of which is known that it has one of the types. */
export type FrameTyped<Type extends FrameType> = {
  [Each in Type]: { type: Each } & FramesByType[Each];
}[Type];

type Reducers = {
  readonly [Type in FrameType]: (state: ChatState, frame: FramesByType[Type], now: number) => ChatState;
};

const nothing = (state: ChatState) => state;

/** What each kind of frame changes, beside the cursor. A new kind has its line here. */
const reducers: Reducers = {
  event: (state, frame) =>
    'conversation' in frame ? applyEvent(state, frame) : applyElsewhere(state, frame),
  receipt: applyReceipt,
  erased: (state, { account }) => applyErased(state, account),
  presence: applyPresence,
  typing: applyTyping,
  // Everything but what this person still has to send.
  ready: (state, { reset }) => (reset ? emptyChat(state.me, state) : state),
  // Kept nowhere: whoever listens says so.
  'signed-in': nothing,
  'call.signal': nothing,
  'sfu.joined': nothing,
  'sfu.feeds': nothing,
  'sfu.published': nothing,
  'sfu.offer': nothing,
  'sfu.talking': nothing,
  'sfu.reset': nothing,
  // Answers, which the gateway gives to who asked.
  ack: nothing,
  error: nothing,
  pong: nothing,
  hello: nothing,
};

export function reduceFrame<Type extends FrameType>(
  state: ChatState,
  frame: FrameTyped<Type>,
  now: number,
): ChatState {
  const reduce: Reducers[Type] = reducers[frame.type];
  const next = reduce(state, frame, now);
  const cursor = 'cursor' in frame ? frame.cursor : undefined;
  return typeof cursor !== 'string' || cursor === next.cursor ? next : { ...next, cursor };
}
