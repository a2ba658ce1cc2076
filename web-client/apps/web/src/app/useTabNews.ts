import { restoreSession } from '@parley/client/session/restoreSession';
import { dropSession, sessionStore } from '@parley/client/session/sessionStore';
import { forgetTab } from '@parley/client/sync/tabStorage';
import { useEffect } from 'react';
import { onTabNews } from '@/shared/session/tabs';

/** Finds the session when the page opens and follows what other tabs do with it. */
export function useTabNews(): void {
  useEffect(() => {
    void restoreSession();
    return onTabNews((news) => {
      const state = sessionStore.getState();
      if (news.news === 'signed-out') dropSession('signed-out-elsewhere');
      else if (news.news === 'erased') {
        forgetTab(news.user);
        dropSession('erased-elsewhere');
      } else if (state.phase !== 'signed-in' || state.identity.session !== news.session)
        void restoreSession();
    });
  }, []);
}
