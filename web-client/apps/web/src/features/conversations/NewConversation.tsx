import type { ReactNode } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';
import { NewConversationForm } from './NewConversationForm';

/** The dialog that starts a conversation, opened by the button it is given. */
export function NewConversation({ children }: { children: ReactNode }) {
  const words = useWords();
  return (
    <DialogTrigger>
      {children}
      <ModalDialog title={words('conversations.new')}>
        {(close) => <NewConversationForm done={close} />}
      </ModalDialog>
    </DialogTrigger>
  );
}
