import type { SfuFeed } from '@parley/protocol/types';
import type { NoTrack } from './openTrack';
import type { Source, Tracks } from './Sources';

/** What of somebody is received, by their name in the call. */
export type Received = Readonly<Record<string, Partial<Record<Source, MediaStreamTrack>>>>;

/** The call of a group that this tab is in. */
export interface GroupCall {
  conversation: string;
  /** Of the group: somebody who was removed does not have it any more. */
  name: string;
  /** The id of its message; null until the server has told it. */
  message: string | null;
  number: number | null;
  step: 'joining' | 'going' | 'ended';
  /** Why it could not be joined or went on without this device, as a problem’s code; null where it simply ended. */
  problem: string | null;
  own: Tracks;
  lacks: { microphone: NoTrack | null; camera: NoTrack | null };
  muted: boolean;
  hand: boolean;
  feeds: readonly SfuFeed[];
  received: Received;
  /** Who talks, and who of them is shown large: a short noise does not change that. */
  talking: readonly string[];
  active: string | null;
  pinned: string | null;
  /** Whether whoever talks is shown large, instead of everybody alike. */
  speaker: boolean;
  connected: boolean;
  /** Whether the media server has not answered for a while. It is asked again. */
  unanswered: boolean;
  since: number;
}
