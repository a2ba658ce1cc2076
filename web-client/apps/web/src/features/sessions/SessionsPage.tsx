import { signOut } from '@/shared/session/signOut';
import { Button } from '@/shared/ui/Button';
import { DetailPage } from '@/shared/ui/DetailPage';
import { Loading } from '@/shared/ui/Loading';
import { Notice } from '@/shared/ui/Notice';
import { SessionRow } from './SessionRow';
import css from './SessionsPage.module.css';
import { useEndSession } from './useEndSession';
import { useSessions } from './useSessions';

export function SessionsPage() {
  const sessions = useSessions();
  const ending = useEndSession();
  const problem = ending.error ?? sessions.error;
  return (
    <DetailPage title="Your sessions">
      <p className={css.words}>Where you are signed in. End what you do not recognize or no longer use.</p>
      {problem ? <Notice look="problem">{problem.message}</Notice> : null}
      {sessions.isPending ? <Loading>Reading your sessions…</Loading> : null}
      <ul className={css.list} aria-label="Sessions">
        {sessions.data?.map((item) => (
          <SessionRow key={item.session} item={item}>
            {item.current ? (
              <Button look="quiet" onPress={() => void signOut()}>
                Sign out
              </Button>
            ) : (
              <Button
                look="danger"
                aria-label={`End the session on ${item.device ?? 'an unnamed device'}`}
                onPress={() => ending.mutate(item.session)}
              >
                End
              </Button>
            )}
          </SessionRow>
        ))}
      </ul>
    </DetailPage>
  );
}
