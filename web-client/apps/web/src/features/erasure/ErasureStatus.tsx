import type { ErasureStatus as Status } from '@parley/protocol/types';
import { Check, Clock } from 'lucide-react';
import { exactTime } from '@/shared/time/format';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { plainWords } from '@/shared/words/words';
import css from './ErasureStatus.module.css';

/** Which stores have forgotten, and which have not yet. */
export function ErasureStatus({ status }: { status: Status }) {
  const words = useWords();
  const done = status.stores.filter((store) => store.forgotten).length;
  return (
    <>
      <Notice look="remark">
        {status.complete
          ? words('erasure.complete')
          : words('erasure.progress', { done, all: status.stores.length })}
      </Notice>
      <ul className={css.stores} aria-label={words('erasure.parts')}>
        {status.stores.map(({ store, forgotten }) => (
          <li key={store} className={`${css.store} ${forgotten ? css.done : ''}`}>
            {forgotten ? <Check size={20} /> : <Clock size={20} />}
            <span>{plainWords(`erasure.part.${store}`) ?? store}</span>
            <span className={css.when}>{forgotten ? exactTime(forgotten) : words('erasure.not-yet')}</span>
          </li>
        ))}
      </ul>
      <p className={css.words}>{words('erasure.asked', { when: exactTime(status.requested) })}</p>
    </>
  );
}
