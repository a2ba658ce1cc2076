import { authorizedCommand } from './authorized';
import { dropSession } from './sessionStore';
import { tellTabs } from './tabs';

export async function signOut(): Promise<void> {
  await authorizedCommand('/sessions/current', { method: 'DELETE', keepalive: true });
  tellTabs({ news: 'signed-out' });
  dropSession('You have signed out.');
}
