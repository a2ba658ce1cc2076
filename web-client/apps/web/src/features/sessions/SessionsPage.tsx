import { problemWords } from '@/shared/problem/problemWords';
import { signOut } from '@/shared/session/signOut';
import { Button } from '@/shared/ui/Button';
import { DetailPage } from '@/shared/ui/DetailPage';
import { Loading } from '@/shared/ui/Loading';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { EndOthers } from './EndOthers';
import { SessionRow } from './SessionRow';
import css from './SessionsPage.module.css';
import { useEndSession } from './useEndSession';
import { useSessions } from './useSessions';

export function SessionsPage() {
  const words = useWords();
  const sessions = useSessions();
  const ending = useEndSession();
  const problem = ending.error ?? sessions.error;
  return (
    <DetailPage title={words('sessions.title')}>
      <p className={css.words}>{words('sessions.what')}</p>
      {problem ? <Notice look="problem">{problemWords(problem)}</Notice> : null}
      {sessions.data && sessions.data.length > 1 ? (
        <div>
          <EndOthers />
        </div>
      ) : null}
      {sessions.isPending ? <Loading>{words('sessions.reading')}</Loading> : null}
      <ul className={css.list} aria-label={words('sessions.list')}>
        {sessions.data?.map((item) => (
          <SessionRow key={item.session} item={item}>
            {item.current ? (
              <Button look="quiet" onPress={() => void signOut()}>
                {words('sessions.sign-out')}
              </Button>
            ) : (
              <Button
                look="danger"
                aria-label={words('sessions.end.on', { device: item.device ?? words('sessions.unnamed') })}
                onPress={() => ending.mutate(item.session)}
              >
                {words('sessions.end')}
              </Button>
            )}
          </SessionRow>
        ))}
      </ul>
    </DetailPage>
  );
}
