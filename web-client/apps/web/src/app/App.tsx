import { CloudOff } from 'lucide-react';
import { I18nProvider } from 'react-aria-components';
import { useFocusKept } from '@/shared/focus/useFocusKept';
import { lazily } from '@/shared/lazy/lazily';
import { useRoute } from '@/shared/routing/useRoute';
import { session } from '@/shared/session/session';
import { useSession } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { useLanguage } from '@/shared/words/useLanguage';
import { useWords } from '@/shared/words/useWords';
import css from './App.module.css';
import { Opening } from './Opening';
import { SignedIn } from './SignedIn';
import { useTabNews } from './useTabNews';

// Most who come are signed in.
const SignInPage = lazily(
  async () => (await import('@/features/welcome/SignInPage')).SignInPage,
  <Opening />,
);
const SignUpPage = lazily(
  async () => (await import('@/features/welcome/SignUpPage')).SignUpPage,
  <Opening />,
);
const JoinPage = lazily(async () => (await import('./JoinPage')).JoinPage, <Opening />);
const ErasurePage = lazily(async () => (await import('./ErasurePage')).ErasurePage, <Opening />);

export function App() {
  return (
    <I18nProvider locale={useLanguage().locale}>
      <Screen />
    </I18nProvider>
  );
}

function Screen() {
  const words = useWords();
  const state = useSession();
  const route = useRoute();
  useTabNews();
  useFocusKept();
  if (route.page === 'erasure') return <ErasurePage key={route.erasure} erasure={route.erasure} />;
  switch (state.phase) {
    case 'restoring':
      return <Opening />;
    case 'unreachable':
      return (
        <main className={css.middle}>
          <CloudOff size={44} strokeWidth={1.5} aria-hidden="true" />
          <h1>{words('app.unreachable')}</h1>
          <p>{words('app.unreachable.why')}</p>
          <Button onPress={() => void session.restore()}>{words('ui.try-again')}</Button>
        </main>
      );
    case 'signed-out':
      if (route.page === 'join') return <JoinPage code={route.code} isSignedIn={false} />;
      return route.page === 'sign-up' ? <SignUpPage /> : <SignInPage notice={state.notice} />;
    case 'signed-in':
      return <SignedIn key={state.identity.session} identity={state.identity} />;
  }
}
