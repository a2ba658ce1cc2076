import { Plus } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import { IconButton } from '@/shared/ui/IconButton';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';
import { NewConversationForm } from './NewConversationForm';

export function NewConversation() {
  const words = useWords();
  return (
    <DialogTrigger>
      <IconButton icon={Plus} label={words('conversations.new')} look="filled" />
      <ModalDialog title={words('conversations.new')}>
        {(close) => <NewConversationForm done={close} />}
      </ModalDialog>
    </DialogTrigger>
  );
}
