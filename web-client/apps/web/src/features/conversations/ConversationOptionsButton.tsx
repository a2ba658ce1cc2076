import type { Conversation } from '@parley/client/conversation/ChatState';
import { EllipsisVertical } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { LazyConversationMenu } from './LazyConversationMenu';

/** Beside the name of an open conversation: the same menu as in the list. */
export function ConversationOptionsButton({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const anchor = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <span ref={anchor}>
      <IconButton
        icon={EllipsisVertical}
        label={words('conversations.options')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      />
      {isOpen ? (
        <LazyConversationMenu conversation={conversation} anchor={anchor} close={() => setOpen(false)} />
      ) : null}
    </span>
  );
}
