import type { Conversation } from '@parley/client/conversation/ChatState';
import { EllipsisVertical } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ConversationEntry } from '@/shared/feature/Feature';
import { useFeatures } from '@/shared/feature/useFeatures';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { LazyConversationMenu } from './LazyConversationMenu';

/** Beside the name of an open conversation: the same menu as in the list, with what there is to see of it. */
export function ConversationOptionsButton({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const anchor = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState<ConversationEntry | null>(null);
  const entries = useFeatures('conversationMenu').filter(({ offered }) => offered(conversation));
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
        <LazyConversationMenu
          conversation={conversation}
          anchor={anchor}
          close={() => setOpen(false)}
          entries={entries}
          show={setShown}
        />
      ) : null}
      {shown ? <shown.Panel conversation={conversation} done={() => setShown(null)} /> : null}
    </span>
  );
}
