import { useEffect } from 'react';
import { go } from '@/shared/routing/route';
import { useEngine } from '@/shared/sync/useEngine';
import { showToast } from '@/shared/toast/toasts';

/** Says that this person signed in on another device, and leads to where they can end that. */
export function SignInNews() {
  const { frames } = useEngine();
  useEffect(
    () =>
      frames.listen('signed-in', ({ device }) =>
        showToast({
          says: (words) => (device === null ? words('sessions.new') : words('sessions.new.on', { device })),
          more: {
            says: (words) => words('sessions.new.look'),
            run: () => go({ page: 'feature', path: 'sessions' }),
          },
        }),
      ),
    [frames],
  );
  return null;
}
