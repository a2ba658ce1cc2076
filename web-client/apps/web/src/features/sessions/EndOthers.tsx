import { DialogTrigger } from 'react-aria-components';
import { problemWords } from '@/shared/problem/problemWords';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { useEndOthers } from './useEndOthers';

/** Signs this person out everywhere but here, after a question. */
export function EndOthers() {
  const words = useWords();
  const ending = useEndOthers();
  return (
    <DialogTrigger>
      <Button look="danger">{words('sessions.end-others')}</Button>
      <ModalDialog title={words('sessions.end-others.question')} role="alertdialog">
        {(close) => (
          <>
            <p>{words('sessions.end-others.what')}</p>
            {ending.error ? <Notice look="problem">{problemWords(ending.error)}</Notice> : null}
            <Answers>
              <Button look="quiet" onPress={close}>
                {words('sessions.end-others.keep')}
              </Button>
              <Button
                look="danger"
                isDisabled={ending.isPending}
                onPress={() => ending.mutate(undefined, { onSuccess: close })}
              >
                {words('sessions.end-others.do')}
              </Button>
            </Answers>
          </>
        )}
      </ModalDialog>
    </DialogTrigger>
  );
}
