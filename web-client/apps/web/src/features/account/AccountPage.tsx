import { DialogTrigger } from 'react-aria-components';
import { Button } from '@/shared/ui/Button';
import { DetailPage } from '@/shared/ui/DetailPage';
import { Loading } from '@/shared/ui/Loading';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import css from './AccountPage.module.css';
import { EraseAccountForm } from './EraseAccountForm';
import { useMe } from './useMe';

/** What Parley knows of this person, and the way to have it forgotten. */
export function AccountPage({ user }: { user: string }) {
  const me = useMe();
  return (
    <DetailPage title="Your account">
      {me.isPending ? <Loading>Reading your account…</Loading> : null}
      {me.error ? <Notice look="problem">{me.error.message}</Notice> : null}
      {me.data ? (
        <dl className={css.facts}>
          <Fact name="Name" value={me.data.displayName} />
          <Fact name="Username" value={`@${me.data.username}`} />
          <Fact name="E-mail" value={me.data.email} />
          <Fact name="Phone" value={me.data.phone ?? 'None'} />
        </dl>
      ) : null}
      <section className={css.end} aria-labelledby="end-of-account">
        <h2 id="end-of-account">Delete your account</h2>
        <p>What you wrote and what Parley knows about you is removed for good.</p>
        <DialogTrigger>
          <Button look="danger">Delete my account…</Button>
          <ModalDialog title="Delete your account?" role="alertdialog">
            {(close) => <EraseAccountForm user={user} keep={close} />}
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
