/** What a tab remembers of the call it is in, for after a reload. */
export interface KeptCall {
  conversation: string;
  message: string;
  caller: boolean;
  video: boolean;
  since: number | null;
  camera: boolean;
  muted: boolean;
}

const KEY = 'parley.call';
const LOCK = 'parley-call';
/** The page before a reload may be slow to go. */
const PATIENCE_MS = 3_000;

export function keepCall(call: KeptCall | null): void {
  if (call) sessionStorage.setItem(KEY, JSON.stringify(call));
  else sessionStorage.removeItem(KEY);
}

export function keptCall(): KeptCall | null {
  const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  return isKept(kept) ? kept : null;
}

function isKept(kept: unknown): kept is KeptCall {
  if (typeof kept !== 'object' || kept === null) return false;
  const fields = new Map<string, unknown>(Object.entries(kept));
  const are = (type: string, ...names: string[]) => names.every((name) => typeof fields.get(name) === type);
  return are('string', 'conversation', 'message') && are('boolean', 'caller', 'video', 'camera', 'muted');
}

/**
 * A copy of a tab remembers its call too, but only one tab is in it. Answers with a way to let others have it; null where another tab is in
 * a call.
 */
export function holdCall(): Promise<(() => void) | null> {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    navigator.locks
      .request(LOCK, { signal }, () => new Promise<void>((release) => resolve(release)))
      .catch(() => resolve(null));
  });
}
