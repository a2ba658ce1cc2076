import { DialogTrigger } from 'react-aria-components';
import type { PersonActionProps } from '@/shared/feature/Feature';
import { nameOf } from '@/shared/person/nameOf';
import { useIsBlocked } from '@/shared/person/useBlocked';
import { useSetBlocked } from '@/shared/person/useSetBlocked';
import { problemWords } from '@/shared/problem/problemWords';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';

/** Blocks someone, after saying what that means, or unblocks them. */
export function BlockPerson({ person, done }: PersonActionProps) {
  const words = useWords();
  const blocked = useIsBlocked(person.user);
  const change = useSetBlocked(person.user, done);
  const name = nameOf(person);
  if (blocked)
    return (
      <>
        <Button look="quiet" isDisabled={change.isPending} onPress={() => change.mutate(false)}>
          {words('blocks.unblock')}
        </Button>
        {change.error ? <Notice look="problem">{problemWords(change.error)}</Notice> : null}
      </>
    );
  return (
    <DialogTrigger>
      <Button look="quiet">{words('blocks.block')}</Button>
      <ModalDialog title={words('blocks.question', { name })} role="alertdialog">
        {(close) => (
          <>
            <p>{words('blocks.what')}</p>
            {change.error ? <Notice look="problem">{problemWords(change.error)}</Notice> : null}
            <Answers>
              <Button look="quiet" onPress={close}>
                {words('blocks.keep')}
              </Button>
              <Button look="danger" isDisabled={change.isPending} onPress={() => change.mutate(true)}>
                {words('blocks.do')}
              </Button>
            </Answers>
          </>
        )}
      </ModalDialog>
    </DialogTrigger>
  );
}
