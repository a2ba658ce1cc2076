import { DialogTrigger } from 'react-aria-components';
import { useChangeFriend } from '@/shared/person/useChangeFriend';
import { problemWords } from '@/shared/problem/problemWords';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';

/** Ends a friendship, after a question. */
export function RemoveFriend({ user, name }: { user: string; name: string }) {
  const words = useWords();
  const change = useChangeFriend(user);
  return (
    <DialogTrigger>
      <Button look="quiet" aria-label={words('friends.remove.named', { name })}>
        {words('friends.remove')}
      </Button>
      <ModalDialog title={words('friends.remove.question', { name })} role="alertdialog">
        {(close) => (
          <>
            <p>{words('friends.remove.what')}</p>
            {change.error ? <Notice look="problem">{problemWords(change.error)}</Notice> : null}
            <Answers>
              <Button look="quiet" onPress={close}>
                {words('friends.remove.keep')}
              </Button>
              <Button
                look="danger"
                isDisabled={change.isPending}
                onPress={() => change.mutate({ step: 'remove' }, { onSuccess: close })}
              >
                {words('friends.remove.do')}
              </Button>
            </Answers>
          </>
        )}
      </ModalDialog>
    </DialogTrigger>
  );
}
