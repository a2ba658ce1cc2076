import { DialogTrigger } from 'react-aria-components';
import { problemWords } from '@/shared/problem/problemWords';
import { chooseTheme } from '@/shared/theme/theme';
import { useTheme } from '@/shared/theme/useTheme';
import { Avatar } from '@/shared/ui/Avatar';
import { Button } from '@/shared/ui/Button';
import { DetailPage } from '@/shared/ui/DetailPage';
import { Loading } from '@/shared/ui/Loading';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import { LANGUAGE_CODES, LANGUAGES } from '@/shared/words/languages';
import { useLanguage } from '@/shared/words/useLanguage';
import { useWords } from '@/shared/words/useWords';
import { chooseLanguage } from '@/shared/words/words';
import css from './AccountPage.module.css';
import { Choice } from './Choice';
import { EraseAccountForm } from './EraseAccountForm';
import { useMe } from './useMe';

/** What Parley knows of this person, how it looks to them, and the way to have it all forgotten. */
export function AccountPage() {
  const words = useWords();
  const me = useMe();
  const theme = useTheme();
  const { language } = useLanguage();
  return (
    <DetailPage title={words('account.yours')}>
      {!me.data && !me.error ? <Loading>{words('account.reading')}</Loading> : null}
      {me.error ? <Notice look="problem">{problemWords(me.error)}</Notice> : null}
      {me.data ? (
        <section className={css.card}>
          <div className={css.who}>
            <Avatar user={me.data.user} name={me.data.displayName} size={64} />
            <p className={css.names}>
              <bdi className={css.name}>{me.data.displayName}</bdi>
              <bdi>@{me.data.username}</bdi>
            </p>
          </div>
          <dl className={css.facts}>
            <Fact name={words('account.email')} value={me.data.email} />
            <Fact name={words('account.phone')} value={me.data.phone ?? words('account.phone.none')} />
          </dl>
        </section>
      ) : null}
      <section className={css.card}>
        <Choice
          label={words('account.appearance')}
          value={theme}
          options={[
            ['system', words('account.appearance.system')],
            ['light', words('account.appearance.light')],
            ['dark', words('account.appearance.dark')],
          ]}
          choose={chooseTheme}
        />
        <Choice
          label={words('account.language')}
          value={language}
          options={LANGUAGE_CODES.map((code) => [code, LANGUAGES[code]])}
          choose={(code) => void chooseLanguage(code)}
        />
      </section>
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
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
