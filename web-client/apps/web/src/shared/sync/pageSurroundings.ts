import type { Surroundings } from '@parley/client/sync/Surroundings';

const visible = () => document.visibilityState === 'visible';

/** What the page is told by the browser. */
export const pageSurroundings: Surroundings = {
  get looking() {
    return visible() && document.hasFocus();
  },

  listen(changed) {
    const looking = () => changed('looking');
    const woken = () => changed('woken');
    const shown = () => {
      looking();
      if (visible()) woken();
    };
    const lost = () => changed('network-lost');
    window.addEventListener('focus', looking);
    window.addEventListener('blur', looking);
    window.addEventListener('online', woken);
    window.addEventListener('offline', lost);
    document.addEventListener('visibilitychange', shown);
    return () => {
      window.removeEventListener('focus', looking);
      window.removeEventListener('blur', looking);
      window.removeEventListener('online', woken);
      window.removeEventListener('offline', lost);
      document.removeEventListener('visibilitychange', shown);
    };
  },
};
