import type { Conversation, Message } from '@parley/client/conversation/ChatState';
import { useEngine } from '@/shared/sync/useEngine';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';

interface DeleteMessageProps {
  conversation: Conversation;
  /** The message in question; without one nothing is asked. */
  message: Message | null;
  done(): void;
}

export function DeleteMessage({ conversation, message, done }: DeleteMessageProps) {
  const words = useWords();
  const { commands } = useEngine();

  function remove() {
    if (message) {
      const { message: id, number, sequence } = message;
      const { conversation: talk } = conversation;
      commands.ask('delete-message', { conversation: talk, message: id, number, sequence });
    }
    done();
  }

  return (
    <ModalDialog
      title={words('thread.delete.question')}
      role="alertdialog"
      isOpen={message !== null}
      onOpenChange={done}
    >
      {(close) => (
        <>
          <p>{words('thread.delete.what')}</p>
          <Answers>
            <Button look="quiet" onPress={close}>
              {words('thread.delete.keep')}
            </Button>
            <Button look="danger" onPress={remove}>
              {words('thread.delete.do')}
            </Button>
          </Answers>
        </>
      )}
    </ModalDialog>
  );
}
