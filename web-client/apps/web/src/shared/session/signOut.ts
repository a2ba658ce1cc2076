import { authorizedCommand } from '@parley/client/session/authorized';
import { dropSession } from '@parley/client/session/sessionStore';
import { tellTabs } from './tabs';

export async function signOut(): Promise<void> {
  await authorizedCommand('/sessions/current', { method: 'DELETE', keepalive: true });
  tellTabs({ news: 'signed-out' });
  dropSession('signed-out');
}
