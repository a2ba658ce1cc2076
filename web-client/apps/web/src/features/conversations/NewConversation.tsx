import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';
import { NewConversationForm } from './NewConversationForm';

/** The dialog that starts a conversation. */
export function NewConversation({ done }: { done(): void }) {
  const words = useWords();
  return (
    <ModalDialog title={words('conversations.new')} isOpen onOpenChange={done}>
      {(close) => <NewConversationForm done={close} />}
    </ModalDialog>
  );
}
