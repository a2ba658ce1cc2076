/** What the two devices in a call tell each other through the server, to which it is only a text. */
export type Signal =
  /** Whoever answers is there, or there again after a reload: each page has a name of its own. */
  | { hello: string }
  /** The session is the caller's connection; what belongs to an earlier one is left out. An answer has the turn of its offer. */
  | { session: string; turn: number; description: { type: 'offer' | 'answer'; sdp: string } }
  | { session: string; candidates: RTCIceCandidateInit[] };

/** Written so that a session description stays well below what a frame may hold. */
export function writeSignal(signal: Signal): string {
  return JSON.stringify(signal, (key, value: unknown) =>
    key === 'sdp' && typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value,
  );
}

/** Null where it is nothing that this release knows. */
export function readSignal(data: string): Signal | null {
  const said: unknown = parsed(data);
  if (typeof said !== 'object' || said === null) return null;
  if ('hello' in said) return typeof said.hello === 'string' ? { hello: said.hello } : null;
  if (!('session' in said) || typeof said.session !== 'string') return null;
  const { session } = said;
  if ('candidates' in said && Array.isArray(said.candidates))
    return { session, candidates: said.candidates.filter(isCandidate) };
  if (!('turn' in said) || typeof said.turn !== 'number' || !('description' in said)) return null;
  const { turn, description } = said;
  if (typeof description !== 'object' || description === null) return null;
  if (!('type' in description) || !('sdp' in description) || typeof description.sdp !== 'string') return null;
  const { type } = description;
  if (type !== 'offer' && type !== 'answer') return null;
  return { session, turn, description: { type, sdp: description.sdp.replaceAll('\n', '\r\n') } };
}

function isCandidate(value: unknown): value is RTCIceCandidateInit {
  return (
    typeof value === 'object' && value !== null && 'candidate' in value && typeof value.candidate === 'string'
  );
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
