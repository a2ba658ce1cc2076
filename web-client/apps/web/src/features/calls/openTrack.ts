import { chooseDevice, chosenDevices } from './devices';

/** Why there is nothing to be heard or seen of this person. */
export type NoTrack = 'denied' | 'missing' | 'busy';

const CAMERA = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };

/** Opens the microphone or the camera: the one that was chosen, or once whatever there is. */
export async function openTrack(kind: 'audioinput' | 'videoinput'): Promise<MediaStreamTrack | NoTrack> {
  const chosen = chosenDevices.getState()[kind];
  try {
    return await ask(kind, chosen);
  } catch (failure) {
    const isGone = chosen !== undefined && nameOf(failure) === 'OverconstrainedError';
    if (!isGone) return reasonOf(failure);
    chooseDevice(kind, undefined);
    return ask(kind, undefined).catch(reasonOf);
  }
}

async function ask(kind: 'audioinput' | 'videoinput', chosen: string | undefined): Promise<MediaStreamTrack> {
  if (!navigator.mediaDevices) throw new DOMException('', 'NotFoundError');
  const device = chosen === undefined ? {} : { deviceId: { exact: chosen } };
  const stream = await navigator.mediaDevices.getUserMedia(
    kind === 'audioinput' ? { audio: device } : { video: { ...CAMERA, ...device } },
  );
  const [track] = [...stream.getAudioTracks(), ...stream.getVideoTracks()];
  if (!track) throw new DOMException('', 'NotFoundError');
  return track;
}

function reasonOf(failure: unknown): NoTrack {
  switch (nameOf(failure)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'missing';
  }
}

function nameOf(failure: unknown): string {
  return failure instanceof Error || failure instanceof DOMException ? failure.name : '';
}
