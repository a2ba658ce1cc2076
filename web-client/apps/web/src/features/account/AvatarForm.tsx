import type { Me } from '@parley/protocol/types';
import { lazily } from '@/shared/lazy/lazily';
import { useEngine } from '@/shared/sync/useEngine';
import { changeAvatar } from './api/changeAccount';
import { me as own } from './useMe';

const PictureForm = lazily(async () => (await import('@/shared/picture/PictureForm')).PictureForm);

const AVATAR = { purpose: 'avatar' };

/** Chooses or removes the picture that others see of oneself. */
export function AvatarForm({ me, close }: { me: Me; close(): void }) {
  const engine = useEngine();
  async function save(upload: string | null) {
    await changeAvatar(upload);
    own.again(engine);
  }
  return <PictureForm purpose={AVATAR} has={me.avatar !== undefined} save={save} close={close} />;
}
