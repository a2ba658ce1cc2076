import type { Me, NewPrivacy } from '@parley/protocol/types';
import { useMutation } from '@tanstack/react-query';
import { problemWords } from '@/shared/problem/problemWords';
import { useEngine } from '@/shared/sync/useEngine';
import { Choice } from '@/shared/ui/Choice';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import css from './AccountPage.module.css';
import { changePrivacy } from './api/changeAccount';
import { me as own } from './useMe';
import { VisibilityChoices } from './VisibilityChoices';

/** By what strangers find this person, who may write to them and add them to groups, and whom they show what. */
export function PrivacyChoices({ me }: { me: Me }) {
  const words = useWords();
  const engine = useEngine();
  const change = useMutation({
    mutationFn: (changed: Partial<NewPrivacy>) => changePrivacy({ findable: me.findable, ...changed }),
    onSettled: () => own.again(engine),
  });
  const changing = change.isPending ? change.variables : {};
  const findable = changing.findable ?? me.findable;
  const writes = changing.writes ?? me.writes;
  const adds = changing.adds ?? me.adds;
  const allowed = [
    ['everyone', words('account.allowed.everyone')],
    ['friends', words('account.allowed.friends')],
    ['nobody', words('account.allowed.nobody')],
  ] as const;
  return (
    <>
      <Choice
        label={words('account.findable')}
        value={findable}
        options={[
          ['by_name', words('account.findable.by-name')],
          ['by_username', words('account.findable.by-username')],
          ['by_nothing', words('account.findable.by-nothing')],
        ]}
        choose={(chosen) => change.mutate({ findable: chosen })}
      />
      <Choice
        label={words('account.writes')}
        value={writes}
        options={allowed}
        choose={(chosen) => change.mutate({ writes: chosen })}
      />
      {writes === 'everyone' ? null : (
        <p className={css.hint}>
          {writes === 'friends' ? words('account.writes.friends') : words('account.writes.nobody')}
        </p>
      )}
      <Choice
        label={words('account.adds')}
        value={adds}
        options={allowed}
        choose={(chosen) => change.mutate({ adds: chosen })}
      />
      <VisibilityChoices
        visibility={changing.visibility ?? me.visibility}
        allowed={allowed}
        change={(visibility) => change.mutate({ visibility })}
      />
      {change.error ? <Notice look="problem">{problemWords(change.error)}</Notice> : null}
    </>
  );
}
