import { Plus } from 'lucide-react';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { useNewConversation } from './useNewConversation';

export function NewConversationButton() {
  const words = useWords();
  const { begin, dialog } = useNewConversation();
  return (
    <>
      <IconButton
        icon={Plus}
        label={words('conversations.new')}
        look="filled"
        aria-haspopup="dialog"
        onPress={begin}
      />
      {dialog}
    </>
  );
}
