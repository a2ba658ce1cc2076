import { Plus } from 'lucide-react';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { NewConversation } from './NewConversation';

export function NewConversationButton() {
  const words = useWords();
  return (
    <NewConversation>
      <IconButton icon={Plus} label={words('conversations.new')} look="filled" />
    </NewConversation>
  );
}
