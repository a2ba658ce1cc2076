import type { ErasureStatus as Status } from '@parley/protocol/types';
import { Check, Clock } from 'lucide-react';
import { exactTime } from '@/shared/time/format';
import { Notice } from '@/shared/ui/Notice';
import css from './ErasureStatus.module.css';

const names: Record<string, string> = {
  log: 'The message log',
  accounts: 'Account and sessions',
  objects: 'Files',
  history: 'Conversations',
  directory: 'People search',
  queues: 'Messages under way',
  gateway: 'Open connections',
  presence: 'Online status',
};

/** Which stores have forgotten, and which have not yet. */
export function ErasureStatus({ status }: { status: Status }) {
  const done = status.stores.filter((store) => store.forgotten).length;
  return (
    <>
      <Notice look="remark">
        {status.complete
          ? 'Everything has forgotten this account.'
          : `${done} of ${status.stores.length} parts have forgotten this account. The rest follows by itself.`}
      </Notice>
      <ul className={css.stores} aria-label="Parts of Parley">
        {status.stores.map(({ store, forgotten }) => (
          <li key={store} className={`${css.store} ${forgotten ? css.done : ''}`}>
            {forgotten ? <Check size={20} /> : <Clock size={20} />}
            <span>{names[store] ?? store}</span>
            <span className={css.when}>{forgotten ? exactTime(forgotten) : 'Not yet'}</span>
          </li>
        ))}
      </ul>
      <p className={css.words}>
        Asked for {exactTime(status.requested)}. Keep this page’s address to look again; it says nothing about
        who you were.
      </p>
    </>
  );
}
