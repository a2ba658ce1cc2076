import type { MessagePanelProps, MessagesPanelProps } from '@/shared/feature/Feature';
import { useEngine } from '@/shared/sync/useEngine';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';

/** Asks before a message is deleted for everyone. */
export function DeleteMessage({ conversation, message, done }: MessagePanelProps) {
  return <DeleteMessages conversation={conversation} messages={[message]} done={done} />;
}

export function DeleteMessages({ conversation, messages, done }: MessagesPanelProps) {
  const words = useWords();
  const { commands } = useEngine();

  function remove() {
    for (const { message, number, sequence, author } of messages)
      commands.ask('delete-message', {
        conversation: conversation.conversation,
        message,
        number,
        sequence,
        author,
      });
    done();
  }

  return (
    <ModalDialog
      title={words('deletion.question', { count: messages.length })}
      role="alertdialog"
      isOpen
      onOpenChange={done}
    >
      {(close) => (
        <>
          <p>{words('deletion.what', { count: messages.length })}</p>
          <Answers>
            <Button look="quiet" onPress={close}>
              {words('deletion.keep')}
            </Button>
            <Button look="danger" onPress={remove}>
              {words('deletion.do')}
            </Button>
          </Answers>
        </>
      )}
    </ModalDialog>
  );
}
