import type { Identity } from '@parley/client/session/Identity';
import { ChatEngine } from '@parley/client/sync/ChatEngine';
import { useEffect, useState } from 'react';
import { FeaturesContext } from '@/shared/feature/FeaturesContext';
import { lazily } from '@/shared/lazy/lazily';
import { KeptQueries } from '@/shared/queries/KeptQueries';
import { useRoute } from '@/shared/routing/useRoute';
import { session } from '@/shared/session/session';
import { deviceStorage } from '@/shared/storage/deviceStorage';
import { browserTabs } from '@/shared/sync/browserTabs';
import { ChatContext } from '@/shared/sync/ChatContext';
import { openSocket } from '@/shared/sync/openSocket';
import { pageSurroundings } from '@/shared/sync/pageSurroundings';
import { useLanguage } from '@/shared/words/useLanguage';
import { features } from './features';
import { Workspace } from './Workspace';

const AlreadySignedIn = lazily(
  async () => (await import('@/features/welcome/AlreadySignedIn')).AlreadySignedIn,
);

const JoinPage = lazily(async () => (await import('./JoinPage')).JoinPage);

/** Everything that lives as long as one session does. To be keyed by it. */
export function SignedIn({ identity }: { identity: Identity }) {
  const route = useRoute();
  const { language } = useLanguage();
  const [queries] = useState(() => ({ client: null }));
  const [engine, setEngine] = useState<ChatEngine | null>(null);
  const { user } = identity;

  useEffect(() => {
    const started = new ChatEngine(user, {
      call: session.call,
      client: 'browser',
      open: openSocket,
      storage: deviceStorage,
      surroundings: pageSurroundings,
      upload: async (...of) => (await import('@/shared/upload/uploadAttachment')).uploadAttachment(...of),
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
    <KeptQueries value={queries}>
      <ChatContext value={engine}>
        <FeaturesContext value={features}>
          {route.page === 'join' ? (
            <JoinPage code={route.code} isSignedIn />
          ) : (
            <Workspace key={language} route={route} />
          )}
        </FeaturesContext>
      </ChatContext>
    </KeptQueries>
  );
}
