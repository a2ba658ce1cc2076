import { goInstead } from '../routing/route';
import { forgetChoices } from './forgetChoices';
import { session } from './session';
import { tellTabs } from './tabs';

export async function signOut(): Promise<void> {
  await session.signOut();
  await forgetChoices();
  tellTabs({ news: 'signed-out' });
  goInstead({ page: 'conversations' });
}
