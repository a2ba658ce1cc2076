import type { CallTold } from '@parley/client/conversation/calls';
import type { Talk } from './Talk';

/** A call that rings here. */
export interface Ring {
  conversation: string;
  message: string;
  number: number;
  video: boolean;
}

/** A call that this person is in on another device. */
export interface CallElsewhere extends Ring {
  /** Whether this person began it. */
  caller: boolean;
  /** How often it was moved, as the server counts. */
  moves: number;
}

/** How a call ended for who was in it. */
export type CallEnd = CallTold | 'elsewhere' | 'moved';

/** The call this tab is in. */
export interface OwnCall {
  conversation: string;
  message: string;
  /** Of its message; null until the server has told it. */
  number: number | null;
  /** Whether this person began it. */
  caller: boolean;
  /** Whether it began with video. */
  video: boolean;
  step: 'ringing' | 'going' | 'ended';
  /** When the two heard each other first. */
  since: number | null;
  ended: CallEnd | null;
  /** Why it could not begin, as a problem’s code. */
  problem: string | null;
  talk: Talk;
}

export interface CallsState {
  ring: Ring | null;
  call: OwnCall | null;
  elsewhere: CallElsewhere | null;
}
