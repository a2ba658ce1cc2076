import { authorized } from '@parley/client/session/authorized';
import { dropSession } from '@parley/client/session/sessionStore';
import { forgetTab } from '@parley/client/sync/tabStorage';
import { uuidv7 } from '@parley/client/text/uuidv7';
import type { PasswordAgain } from '@parley/protocol/types';
import { go } from '@/shared/routing/route';
import { tellTabs } from './tabs';

/** Deletes this person's account for good, forgets them here, and goes where the rest of it can be followed. */
export async function eraseAccount(user: string, password: string): Promise<void> {
  const body: PasswordAgain = { password };
  const { erasure } = await authorized('Erased', '/me', { method: 'DELETE', key: uuidv7(), body });
  tellTabs({ news: 'erased', user });
  forgetTab(user);
  go({ page: 'erasure', erasure });
  dropSession(null);
}
