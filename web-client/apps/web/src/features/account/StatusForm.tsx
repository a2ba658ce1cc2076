import type { Me } from '@parley/protocol/types';
import { useState } from 'react';
import { Choice } from '@/shared/ui/Choice';
import { Field } from '@/shared/ui/Field';
import { useWords } from '@/shared/words/useWords';
import { AccountForm, typed } from './AccountForm';
import { changeStatus } from './api/changeAccount';
import { endOf, type HowLong } from './howLong';

/** An emoji and a line with their end, and until when not to be disturbed. What is left empty is not said any more. */
export function StatusForm({ me, close }: { me: Me; close(): void }) {
  const words = useWords();
  const [shown, setShown] = useState<HowLong>('always');
  const [quiet, setQuiet] = useState<HowLong>('no');
  const times: [HowLong, string][] = [
    ['hour', words('account.status.hour')],
    ['four-hours', words('account.status.four-hours')],
    ['today', words('account.status.today')],
    ['week', words('account.status.week')],
  ];
  return (
    <AccountForm
      close={close}
      send={(data) => {
        const now = new Date();
        const until = endOf(shown, now);
        const quietUntil = endOf(quiet, now);
        const emoji = typed(data, 'emoji');
        const line = typed(data, 'line');
        return changeStatus({
          ...(emoji ? { emoji } : {}),
          ...(line ? { line } : {}),
          ...(until && (emoji || line) ? { until } : {}),
          ...(quietUntil ? { quietUntil } : {}),
        });
      }}
    >
      {(field) => (
        <>
          <Field
            label={words('account.status.emoji')}
            {...field('emoji')}
            defaultValue={me.status?.emoji ?? ''}
            maxLength={16}
            autoComplete="off"
          />
          <Field
            label={words('account.status.line')}
            {...field('line')}
            defaultValue={me.status?.line ?? ''}
            maxLength={200}
            autoComplete="off"
          />
          <Choice<HowLong>
            label={words('account.status.until')}
            value={shown}
            options={[['always', words('account.status.always')], ...times]}
            choose={setShown}
          />
          <Choice<HowLong>
            label={words('account.status.quiet')}
            value={quiet}
            options={[['no', words('account.status.no')], ...times]}
            choose={setQuiet}
          />
        </>
      )}
    </AccountForm>
  );
}
