import { restoreSession } from '@parley/client/session/restoreSession';
import { SignInPage } from '@/features/welcome/SignInPage';
import { SignUpPage } from '@/features/welcome/SignUpPage';
import { useRoute } from '@/shared/routing/useRoute';
import { useSession } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { Loading } from '@/shared/ui/Loading';
import css from './App.module.css';
import { ErasurePage } from './ErasurePage';
import { SignedIn } from './SignedIn';
import { useTabNews } from './useTabNews';

export function App() {
  const session = useSession();
  const route = useRoute();
  useTabNews();
  if (route.page === 'erasure') return <ErasurePage key={route.erasure} erasure={route.erasure} />;
  switch (session.phase) {
    case 'restoring':
      return (
        <main className={css.middle}>
          <Loading>Opening Parley…</Loading>
        </main>
      );
    case 'unreachable':
      return (
        <main className={css.middle}>
          <h1>Parley cannot be reached</h1>
          <p>The server does not answer. It may still be starting.</p>
          <Button onPress={() => void restoreSession()}>Try again</Button>
        </main>
      );
    case 'signed-out':
      return route.page === 'sign-up' ? <SignUpPage /> : <SignInPage notice={session.notice} />;
    case 'signed-in':
      return <SignedIn key={session.identity.session} identity={session.identity} />;
  }
}
