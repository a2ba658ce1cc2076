import { goInstead } from '../routing/route';
import { session } from './session';
import { tellTabs } from './tabs';

export async function signOut(): Promise<void> {
  await session.signOut();
  tellTabs({ news: 'signed-out' });
  goInstead({ page: 'conversations' });
}
