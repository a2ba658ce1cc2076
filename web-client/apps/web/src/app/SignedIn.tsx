import type { Identity } from '@parley/client/session/Identity';
import { ChatEngine } from '@parley/client/sync/ChatEngine';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { AlreadySignedIn } from '@/features/welcome/AlreadySignedIn';
import { FeaturesContext } from '@/shared/feature/FeaturesContext';
import { useRoute } from '@/shared/routing/useRoute';
import { session } from '@/shared/session/session';
import { deviceStorage } from '@/shared/storage/deviceStorage';
import { browserTabs } from '@/shared/sync/browserTabs';
import { ChatContext } from '@/shared/sync/ChatContext';
import { openSocket } from '@/shared/sync/openSocket';
import { pageSurroundings } from '@/shared/sync/pageSurroundings';
import { useLanguage } from '@/shared/words/useLanguage';
import { features } from './features';
import { newQueryClient } from './newQueryClient';
import { Workspace } from './Workspace';

/** Everything that lives as long as one session does. To be keyed by it. */
export function SignedIn({ identity }: { identity: Identity }) {
  const route = useRoute();
  const { language } = useLanguage();
  const [queries] = useState(newQueryClient);
  const [engine, setEngine] = useState<ChatEngine | null>(null);
  const { user } = identity;

  useEffect(() => {
    const started = new ChatEngine(user, {
      call: session.call,
      client: 'browser',
      open: openSocket,
      storage: deviceStorage,
      surroundings: pageSurroundings,
      tabs: browserTabs(),
      signedIn: () => session.identity?.user === user,
      sessionEnded: () => session.drop('session-ended'),
    });
    started.start();
    setEngine(started);
    return () => started.stop();
  }, [user]);

  if (route.page === 'sign-up') return <AlreadySignedIn username={identity.username} />;
  if (!engine) return null;
  return (
    <QueryClientProvider client={queries}>
      <ChatContext value={engine}>
        <FeaturesContext value={features}>
          <Workspace key={language} route={route} />
        </FeaturesContext>
      </ChatContext>
    </QueryClientProvider>
  );
}
