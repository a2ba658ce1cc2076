import type { Me } from '@parley/protocol/types';
import type { ReactNode } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { useFeatures } from '@/shared/feature/useFeatures';
import { problemWords } from '@/shared/problem/problemWords';
import { chooseTheme } from '@/shared/theme/theme';
import { useTheme } from '@/shared/theme/useTheme';
import { Avatar } from '@/shared/ui/Avatar';
import { Button } from '@/shared/ui/Button';
import { Choice } from '@/shared/ui/Choice';
import { DetailPage } from '@/shared/ui/DetailPage';
import { Loading } from '@/shared/ui/Loading';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import { LANGUAGE_CODES, LANGUAGES } from '@/shared/words/languages';
import { useLanguage } from '@/shared/words/useLanguage';
import { useWords } from '@/shared/words/useWords';
import { chooseLanguage } from '@/shared/words/words';
import css from './AccountPage.module.css';
import { AvatarForm } from './AvatarForm';
import { ContactForm } from './ContactForm';
import { EraseAccountForm } from './EraseAccountForm';
import { PasswordForm } from './PasswordForm';
import { PrivacyChoices } from './PrivacyChoices';
import { ProfileForm } from './ProfileForm';
import { StatusCard } from './StatusCard';
import { useMe } from './useMe';

/** What Parley knows of this person, how it looks to them, and the way to have it all forgotten. */
export function AccountPage() {
  const words = useWords();
  const me = useMe();
  const parts = useFeatures('accountParts');
  const theme = useTheme();
  const { language } = useLanguage();
  return (
    <DetailPage title={words('account.yours')}>
      {!me.data && !me.error ? <Loading>{words('account.reading')}</Loading> : null}
      {me.error ? <Notice look="problem">{problemWords(me.error)}</Notice> : null}
      {me.data ? <Mine me={me.data} /> : null}
      {me.data ? <StatusCard me={me.data} /> : null}
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
      {me.data ? (
        <section className={css.card}>
          <PrivacyChoices me={me.data} />
        </section>
      ) : null}
      {parts.map((Part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what features add is the same as long as the page is.
        <Part key={index} />
      ))}
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

function Mine({ me }: { me: Me }) {
  const words = useWords();
  return (
    <section className={css.card}>
      <div className={css.who}>
        <Avatar user={me.user} name={me.displayName} size={64} told={me} />
        <p className={css.names}>
          <bdi className={css.name}>{me.displayName}</bdi>
          <bdi>@{me.username}</bdi>
        </p>
      </div>
      {me.about ? (
        <p className={css.about}>
          <bdi>{me.about}</bdi>
        </p>
      ) : null}
      <dl className={css.facts}>
        <Fact name={words('account.email')} value={me.email} />
        <Fact name={words('account.phone')} value={me.phone ?? words('account.phone.none')} />
      </dl>
      <div className={css.changes}>
        <Change label={words('account.picture.edit')}>
          {(close) => <AvatarForm me={me} close={close} />}
        </Change>
        <Change label={words('account.profile.edit')}>
          {(close) => <ProfileForm me={me} close={close} />}
        </Change>
        <Change label={words('account.contact.edit')}>
          {(close) => <ContactForm me={me} close={close} />}
        </Change>
        <Change label={words('account.password.edit')}>
          {(close) => <PasswordForm username={me.username} close={close} />}
        </Change>
      </div>
    </section>
  );
}

/** A button that opens a form. */
function Change({ label, children }: { label: string; children: (close: () => void) => ReactNode }) {
  return (
    <DialogTrigger>
      <Button look="quiet">{label}</Button>
      <ModalDialog title={label}>{children}</ModalDialog>
    </DialogTrigger>
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
