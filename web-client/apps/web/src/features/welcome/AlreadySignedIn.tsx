import { go } from '@/shared/routing/route';
import { Button } from '@/shared/ui/Button';
import { useWords } from '@/shared/words/useWords';
import { WelcomeLayout } from './WelcomeLayout';

/** A browser holds one session; a second person needs a window that shares nothing with this one. */
export function AlreadySignedIn({ username }: { username: string }) {
  const words = useWords();
  return (
    <WelcomeLayout title={words('welcome.someone')}>
      <p>{words('welcome.someone.who', { username })}</p>
      <Button onPress={() => go({ page: 'conversations' })}>{words('welcome.back')}</Button>
    </WelcomeLayout>
  );
}
