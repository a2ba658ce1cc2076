/** What a tab remembers of the call of a group it is in, for after a reload. */
export interface KeptGroupCall {
  conversation: string;
  message: string;
  camera: boolean;
  muted: boolean;
}

const KEY = 'parley.group-call';

export function keepGroupCall(call: KeptGroupCall | null): void {
  if (call) sessionStorage.setItem(KEY, JSON.stringify(call));
  else sessionStorage.removeItem(KEY);
}

export function keptGroupCall(): KeptGroupCall | null {
  const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  return isKept(kept) ? kept : null;
}

function isKept(kept: unknown): kept is KeptGroupCall {
  if (typeof kept !== 'object' || kept === null) return false;
  const fields = new Map<string, unknown>(Object.entries(kept));
  const are = (type: string, ...names: string[]) => names.every((name) => typeof fields.get(name) === type);
  return are('string', 'conversation', 'message') && are('boolean', 'camera', 'muted');
}
