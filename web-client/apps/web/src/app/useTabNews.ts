import { useEffect } from 'react';
import { session } from '@/shared/session/session';
import { onTabNews } from '@/shared/session/tabs';

/** Finds the session when the page opens and follows what other tabs do with it. */
export function useTabNews(): void {
  useEffect(() => {
    void session.restore();
    return onTabNews((news) => {
      if (news.news === 'signed-out') void session.forget('signed-out-elsewhere');
      else if (news.news === 'erased') void session.forget('erased-elsewhere');
      else if (session.identity?.session !== news.session) void session.restore();
    });
  }, []);
}
