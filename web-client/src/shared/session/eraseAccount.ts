import { go } from '@/shared/routing/route';
import { forgetTab } from '@/shared/sync/tabStorage';
import { uuidv7 } from '@/shared/text/uuidv7';
import { authorized } from './authorized';
import { dropSession } from './sessionStore';
import { tellTabs } from './tabs';

/** Deletes this person's account for good, forgets them here, and goes where the rest of it can be followed. */
export async function eraseAccount(user: string, password: string): Promise<void> {
  const { erasure } = await authorized<{ erasure: string }>('/me', {
    method: 'DELETE',
    key: uuidv7(),
    body: { password },
  });
  tellTabs({ news: 'erased', user });
  forgetTab(user);
  go({ page: 'erasure', erasure });
  dropSession(null);
}
