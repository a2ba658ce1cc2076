import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';

interface MentionEveryoneProps {
  /** How many people would be told. */
  count: number;
  send(): void;
  leave(): void;
}

/** Asks before a message tells everyone in a large group. */
export function MentionEveryone({ count, send, leave }: MentionEveryoneProps) {
  const words = useWords();
  return (
    <ModalDialog title={words('mentions.question')} role="alertdialog" isOpen onOpenChange={leave}>
      {(close) => (
        <>
          <p>{words('mentions.what', { count })}</p>
          <Answers>
            <Button look="quiet" onPress={close}>
              {words('mentions.leave')}
            </Button>
            <Button onPress={send}>{words('mentions.do')}</Button>
          </Answers>
        </>
      )}
    </ModalDialog>
  );
}
