import type { Conversation, Message } from '@parley/client/conversation/ChatState';
import { useEngine } from '@/shared/sync/useEngine';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';

interface DeleteMessageProps {
  conversation: Conversation;
  /** The message in question; without one nothing is asked. */
  message: Message | null;
  done(): void;
}

export function DeleteMessage({ conversation, message, done }: DeleteMessageProps) {
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
      title="Delete for everyone?"
      role="alertdialog"
      isOpen={message !== null}
      onOpenChange={done}
    >
      {(close) => (
        <>
          <p>
            The message disappears for everyone in this conversation, on all devices. It stays visible that
            there was one. This cannot be undone.
          </p>
          <Answers>
            <Button look="quiet" onPress={close}>
              Keep it
            </Button>
            <Button look="danger" onPress={remove}>
              Delete
            </Button>
          </Answers>
        </>
      )}
    </ModalDialog>
  );
}
