import { createStore } from 'zustand/vanilla';

export type DeviceKind = 'audioinput' | 'videoinput' | 'audiooutput';

/** The devices that were chosen here; the browser's own choice where none was, or where the one that was is not there. */
export type ChosenDevices = Partial<Record<DeviceKind, string>>;

const KEY = 'parley.call-devices';
const KINDS: readonly DeviceKind[] = ['audioinput', 'videoinput', 'audiooutput'];

export const chosenDevices = createStore<ChosenDevices>(() => {
  const ids = new URLSearchParams(localStorage.getItem(KEY) ?? '');
  return Object.fromEntries(KINDS.flatMap((kind) => (ids.get(kind) ? [[kind, ids.get(kind)]] : [])));
});

export function chooseDevice(kind: DeviceKind, id: string | undefined): void {
  const { [kind]: _, ...others } = chosenDevices.getState();
  const chosen = id ? { ...others, [kind]: id } : others;
  localStorage.setItem(KEY, new URLSearchParams(chosen).toString());
  chosenDevices.setState(chosen, true);
}
