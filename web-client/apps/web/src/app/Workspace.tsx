import type { Identity } from '@parley/client/session/Identity';
import { Plus } from 'lucide-react';
import { AccountMenu } from '@/features/account/AccountMenu';
import { AccountPage } from '@/features/account/AccountPage';
import { ConnectionNotice } from '@/features/connection/ConnectionNotice';
import { ConversationList } from '@/features/conversations/ConversationList';
import { NewConversation } from '@/features/conversations/NewConversation';
import { NothingOpen } from '@/features/conversations/NothingOpen';
import { SessionsPage } from '@/features/sessions/SessionsPage';
import { Thread } from '@/features/thread/Thread';
import type { Route } from '@/shared/routing/route';
import { IconButton } from '@/shared/ui/IconButton';
import { Mark } from '@/shared/ui/Mark';
import { useWords } from '@/shared/words/useWords';
import { ArrivalAnnouncer } from './ArrivalAnnouncer';
import { useTitle } from './useTitle';
import css from './Workspace.module.css';

/** Conversations on the left, one of them on the right; on a phone one screen each. */
export function Workspace({ identity, route }: { identity: Identity; route: Route }) {
  const words = useWords();
  const open = route.page === 'conversation' ? route.conversation : null;
  useTitle(open);
  const detail = open !== null || route.page === 'sessions' || route.page === 'account';
  return (
    <div className={css.shell}>
      <ConnectionNotice />
      <main className={`${css.panes} ${detail ? css.detail : ''}`}>
        <div className={css.side}>
          <header className={css.head}>
            <h1 className={css.wordmark}>
              <Mark />
              Parley
            </h1>
            <NewConversation>
              <IconButton icon={Plus} label={words('app.new-conversation')} look="filled" />
            </NewConversation>
            <AccountMenu user={identity.user} username={identity.username} />
          </header>
          <ConversationList open={open} username={identity.username} />
        </div>
        <div className={css.sheet}>
          {open ? <Thread key={open} id={open} /> : null}
          {route.page === 'sessions' ? <SessionsPage /> : null}
          {route.page === 'account' ? <AccountPage /> : null}
          {detail ? null : <NothingOpen username={identity.username} />}
        </div>
      </main>
      <ArrivalAnnouncer />
    </div>
  );
}
