import type { Conversation } from '@parley/client/conversation/ChatState';
import { mayPin } from '@parley/client/conversation/pinMessage';
import { useChat } from '@/shared/sync/useChat';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';
import { PinnedMessage } from './PinnedMessage';
import css from './Pins.module.css';

/** The pinned messages; each leads to where it was said. */
export function PinnedMessages({ conversation, close }: { conversation: Conversation; close(): void }) {
  const words = useWords();
  const may = useChat((state) => mayPin(state, conversation));
  return (
    <ModalDialog title={words('pins.title')} isOpen onOpenChange={close}>
      {() => (
        <ol className={css.list}>
          {conversation.pins.map((pinned) => (
            <PinnedMessage
              key={pinned.number}
              conversation={conversation.conversation}
              pinned={pinned}
              mayUnpin={may}
              close={close}
            />
          ))}
        </ol>
      )}
    </ModalDialog>
  );
}
