import { useEffect, useState } from 'react';
import type { DeviceKind } from './devices';

/** The devices there are, also those that are plugged in while one looks. */
export function useDevices(kind: DeviceKind): readonly MediaDeviceInfo[] {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  useEffect(() => {
    const media = navigator.mediaDevices;
    if (!media) return;
    let isShown = true;
    const look = async () => {
      const all = await media.enumerateDevices().catch(() => []);
      // Those that stand for another, and those that are not named before they may be used.
      const own = all.filter(
        (each) => each.kind === kind && !['', 'default', 'communications'].includes(each.deviceId),
      );
      if (isShown) setDevices(own);
    };
    void look();
    media.addEventListener('devicechange', look);
    return () => {
      isShown = false;
      media.removeEventListener('devicechange', look);
    };
  }, [kind]);
  return devices;
}
