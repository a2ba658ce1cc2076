import type { Me } from '@parley/protocol/types';
import { DialogTrigger } from 'react-aria-components';
import { StatusLine } from '@/shared/person/StatusLine';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';
import css from './AccountPage.module.css';
import { StatusForm } from './StatusForm';

/** What this person says they are up to, and the way to change it. */
export function StatusCard({ me }: { me: Me }) {
  const words = useWords();
  return (
    <section className={css.card} aria-labelledby="own-status">
      <h2 id="own-status">{words('account.status')}</h2>
      {me.status ? (
        <p>
          <StatusLine status={me.status} />
        </p>
      ) : null}
      <div className={css.changes}>
        <DialogTrigger>
          <Button look="quiet">{words('account.status.edit')}</Button>
          <ModalDialog title={words('account.status')}>
            {(close) => <StatusForm me={me} close={close} />}
          </ModalDialog>
        </DialogTrigger>
      </div>
    </section>
  );
}
