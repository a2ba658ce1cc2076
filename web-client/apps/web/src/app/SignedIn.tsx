import { dropSession, type Identity } from '@parley/client/session/sessionStore';
import { createTicket } from '@parley/client/sync/api/createTicket';
import { ChatEngine } from '@parley/client/sync/ChatEngine';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { AlreadySignedIn } from '@/features/welcome/AlreadySignedIn';
import { useRoute } from '@/shared/routing/useRoute';
import { ChatContext } from '@/shared/sync/ChatContext';
import { openSocket } from '@/shared/sync/openSocket';
import { useLanguage } from '@/shared/words/useLanguage';
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
    const dependencies = { ticket: createTicket, open: openSocket };
    const started = new ChatEngine(user, dependencies, () => dropSession('session-ended'));
    started.start();
    setEngine(started);
    return () => started.stop();
  }, [user]);

  if (route.page === 'sign-up') return <AlreadySignedIn username={identity.username} />;
  if (!engine) return null;
  return (
    <QueryClientProvider client={queries}>
      <ChatContext value={engine}>
        <Workspace key={language} identity={identity} route={route} />
      </ChatContext>
    </QueryClientProvider>
  );
}
