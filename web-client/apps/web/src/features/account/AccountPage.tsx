import { DialogTrigger } from 'react-aria-components';
import { problemWords } from '@/shared/problem/problemWords';
import { Button } from '@/shared/ui/Button';
import { DetailPage } from '@/shared/ui/DetailPage';
import { Loading } from '@/shared/ui/Loading';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import css from './AccountPage.module.css';
import { EraseAccountForm } from './EraseAccountForm';
import { useMe } from './useMe';

/** What Parley knows of this person, and the way to have it forgotten. */
export function AccountPage() {
  const words = useWords();
  const me = useMe();
  return (
    <DetailPage title={words('account.yours')}>
      {me.isPending ? <Loading>{words('account.reading')}</Loading> : null}
      {me.error ? <Notice look="problem">{problemWords(me.error)}</Notice> : null}
      {me.data ? (
        <dl className={css.facts}>
          <Fact name={words('account.name')} value={me.data.displayName} />
          <Fact name={words('account.username')} value={`@${me.data.username}`} />
          <Fact name={words('account.email')} value={me.data.email} />
          <Fact name={words('account.phone')} value={me.data.phone ?? words('account.phone.none')} />
        </dl>
      ) : null}
      <section className={css.end} aria-labelledby="end-of-account">
        <h2 id="end-of-account">{words('account.delete')}</h2>
        <p>{words('account.delete.what')}</p>
        <DialogTrigger>
          <Button look="danger">{words('account.delete.ask')}</Button>
          <ModalDialog title={words('account.delete.question')} role="alertdialog">
            {(close) => <EraseAccountForm keep={close} />}
          </ModalDialog>
        </DialogTrigger>
      </section>
    </DetailPage>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className={css.fact}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
