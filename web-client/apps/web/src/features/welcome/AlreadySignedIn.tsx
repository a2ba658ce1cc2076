import { go } from '@/shared/routing/route';
import { Button } from '@/shared/ui/Button';
import { WelcomeLayout } from './WelcomeLayout';

/** A browser holds one session; a second person needs a window that shares nothing with this one. */
export function AlreadySignedIn({ username }: { username: string }) {
  return (
    <WelcomeLayout title="Someone is signed in">
      <p>
        This browser is signed in as <strong>@{username}</strong>. To sign up a second person, open a private
        window and go to this address there. Both can then talk side by side.
      </p>
      <Button onPress={() => go({ page: 'conversations' })}>Back to conversations</Button>
    </WelcomeLayout>
  );
}
