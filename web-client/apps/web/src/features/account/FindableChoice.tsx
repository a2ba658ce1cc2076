import type { Me } from '@parley/protocol/types';
import { useMutation } from '@tanstack/react-query';
import { problemWords } from '@/shared/problem/problemWords';
import { useEngine } from '@/shared/sync/useEngine';
import { Choice } from '@/shared/ui/Choice';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { changePrivacy } from './api/changeAccount';
import { me as own } from './useMe';

/** By what strangers find this person. */
export function FindableChoice({ me }: { me: Me }) {
  const words = useWords();
  const engine = useEngine();
  const change = useMutation({
    mutationFn: (findable: Me['findable']) => changePrivacy({ findable }),
    onSettled: () => own.again(engine),
  });
  const shown = change.isPending ? change.variables : me.findable;
  return (
    <>
      <Choice
        label={words('account.findable')}
        value={shown}
        options={[
          ['by_name', words('account.findable.by-name')],
          ['by_username', words('account.findable.by-username')],
          ['by_nothing', words('account.findable.by-nothing')],
        ]}
        choose={change.mutate}
      />
      {change.error ? <Notice look="problem">{problemWords(change.error)}</Notice> : null}
    </>
  );
}
