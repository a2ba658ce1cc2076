import { useEffect } from 'react';
import { restoreSession } from '@/shared/session/restoreSession';
import { dropSession, sessionStore } from '@/shared/session/sessionStore';
import { onTabNews } from '@/shared/session/tabs';
import { forgetTab } from '@/shared/sync/tabStorage';

/** Finds the session when the page opens and follows what other tabs do with it. */
export function useTabNews(): void {
  useEffect(() => {
    void restoreSession();
    return onTabNews((news) => {
      const state = sessionStore.getState();
      if (news.news === 'signed-out') dropSession('You signed out in another tab.');
      else if (news.news === 'erased') {
        forgetTab(news.user);
        dropSession('Your account was deleted in another tab.');
      } else if (state.phase !== 'signed-in' || state.identity.session !== news.session)
        void restoreSession();
    });
  }, []);
}
