/** What one side sends: each has a place of its own in the connection, and changes without a new offer. */
export const SOURCES = ['microphone', 'camera', 'screen'] as const;

export type Source = (typeof SOURCES)[number];

export type Tracks = Record<Source, MediaStreamTrack | null>;

export const NO_TRACKS: Tracks = { microphone: null, camera: null, screen: null };

/** What one side says of itself: which of them it sends, and whether it has put the other on hold. */
export interface PeerState extends Record<Source, boolean> {
  held: boolean;
}

export function readPeerState(data: unknown): PeerState | null {
  if (typeof data !== 'string') return null;
  const said: unknown = JSON.parse(data);
  if (typeof said !== 'object' || said === null) return null;
  const says = new Map<string, unknown>(Object.entries(said));
  const on = (name: string) => says.get(name) === true;
  return { microphone: on('microphone'), camera: on('camera'), screen: on('screen'), held: on('held') };
}

export function isSameState(one: PeerState, other: PeerState): boolean {
  return one.held === other.held && SOURCES.every((source) => one[source] === other[source]);
}
