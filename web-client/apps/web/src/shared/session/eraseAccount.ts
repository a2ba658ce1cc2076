import { go } from '@/shared/routing/route';
import { forgetChoices } from './forgetChoices';
import { session } from './session';
import { tellTabs } from './tabs';

/** Deletes this person's account for good, forgets them here, and goes where the rest of it can be followed. */
export async function eraseAccount(password: string): Promise<void> {
  await session.erase(password, (erasure) => {
    void forgetChoices();
    tellTabs({ news: 'erased' });
    go({ page: 'erasure', erasure });
  });
}
