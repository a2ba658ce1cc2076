import { Plus } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import { IconButton } from '@/shared/ui/IconButton';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { NewConversationForm } from './NewConversationForm';

export function NewConversation() {
  return (
    <DialogTrigger>
      <IconButton icon={Plus} label="New conversation" look="filled" />
      <ModalDialog title="New conversation">{(close) => <NewConversationForm done={close} />}</ModalDialog>
    </DialogTrigger>
  );
}
