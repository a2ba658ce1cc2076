import { useId } from 'react';
import { useStore } from 'zustand';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';
import css from './CallDevices.module.css';
import { chosenDevices, type DeviceKind } from './devices';
import { Picture } from './Picture';
import type { Tracks } from './Sources';
import { useDevices } from './useDevices';
import { useLevel } from './useLevel';

interface CallDevicesProps {
  own: Tracks;
  choose: Choose;
  close(): void;
}

type Choose = (kind: DeviceKind, id: string | undefined) => Promise<void>;

/** Which microphone, camera and speaker are used; with what they take in, while one chooses. */
export function CallDevices({ own, choose, close }: CallDevicesProps) {
  const words = useWords();
  const level = useLevel(own.microphone);
  return (
    <ModalDialog title={words('calls.devices')} isOpen onOpenChange={close}>
      {() => (
        <div className={css.devices}>
          <DeviceChoice kind="audioinput" label={words('calls.microphone')} choose={choose} />
          {own.microphone ? (
            <meter className={css.level} min={0} max={1} value={level} aria-label={words('calls.level')} />
          ) : null}
          <DeviceChoice kind="videoinput" label={words('calls.camera')} choose={choose} />
          {own.camera ? (
            <Picture track={own.camera} label={words('calls.own-camera')} className={css.preview} />
          ) : null}
          <DeviceChoice kind="audiooutput" label={words('calls.speaker')} choose={choose} />
        </div>
      )}
    </ModalDialog>
  );
}

function DeviceChoice({ kind, label, choose }: { kind: DeviceKind; label: string; choose: Choose }) {
  const words = useWords();
  const id = useId();
  const devices = useDevices(kind);
  const chosen = useStore(chosenDevices, (all) => all[kind] ?? '');
  if (devices.length === 0) return null;
  return (
    <div className={css.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={css.select}
        value={devices.some(({ deviceId }) => deviceId === chosen) ? chosen : ''}
        onChange={({ target }) => void choose(kind, target.value || undefined)}
      >
        <option value="">{words('calls.device.usual')}</option>
        {devices.map(({ deviceId, label: name }, index) => (
          <option key={deviceId} value={deviceId}>
            {name || words('calls.device.unnamed', { number: index + 1 })}
          </option>
        ))}
      </select>
    </div>
  );
}
