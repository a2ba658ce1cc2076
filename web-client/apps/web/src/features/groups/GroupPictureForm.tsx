import type { Conversation } from '@parley/client/conversation/ChatState';
import { lazily } from '@/shared/lazy/lazily';
import { changePicture } from './api/changeGroup';

const PictureForm = lazily(async () => (await import('@/shared/picture/PictureForm')).PictureForm);

interface GroupPictureFormProps {
  conversation: Conversation;
  done(): void;
}

/** Chooses or removes the picture of a group. */
export function GroupPictureForm({ conversation, done }: GroupPictureFormProps) {
  const { conversation: group, picture } = conversation;
  return (
    <PictureForm
      purpose={{ purpose: 'group_picture', group }}
      has={picture !== undefined}
      save={async (upload) => void (await changePicture(group, { upload }))}
      close={done}
    />
  );
}
