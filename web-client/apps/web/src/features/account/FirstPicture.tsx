import { ImagePlus } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';
import { AvatarForm } from './AvatarForm';
import { useMe } from './useMe';

/** Offers to choose a picture to someone who has none. */
export function FirstPicture() {
  const words = useWords();
  const { data } = useMe();
  if (!data || data.avatar) return null;
  return (
    <DialogTrigger>
      <Button look="quiet">
        <ImagePlus size={20} aria-hidden="true" />
        {words('account.picture.first')}
      </Button>
      <ModalDialog title={words('account.picture')}>
        {(close) => <AvatarForm me={data} close={close} />}
      </ModalDialog>
    </DialogTrigger>
  );
}
