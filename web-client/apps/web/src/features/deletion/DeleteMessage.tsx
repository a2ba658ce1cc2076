import type { MessagePanelProps } from '@/shared/feature/Feature';
import { useEngine } from '@/shared/sync/useEngine';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';

/** Asks before a message is deleted for everyone. */
export function DeleteMessage({ conversation, message, done }: MessagePanelProps) {
  const words = useWords();
  const { commands } = useEngine();

  function remove() {
    const { message: id, number, sequence } = message;
    commands.ask('delete-message', {
      conversation: conversation.conversation,
      message: id,
      number,
      sequence,
      author: message.author,
    });
    done();
  }

  return (
    <ModalDialog title={words('deletion.question')} role="alertdialog" isOpen onOpenChange={done}>
      {(close) => (
        <>
          <p>{words('deletion.what')}</p>
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
