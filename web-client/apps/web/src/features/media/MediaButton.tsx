import type { Conversation } from '@parley/client/conversation/ChatState';
import { Link } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { MediaList } from './MediaList';

export function MediaButton({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  if (conversation.lastNumber === 0) return null;
  return (
    <>
      <IconButton icon={Link} label={words('media.open')} onPress={() => setOpen(true)} />
      {isOpen ? <MediaList conversation={conversation.conversation} close={() => setOpen(false)} /> : null}
    </>
  );
}
