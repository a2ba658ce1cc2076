import { Problem } from '@parley/client/api/Problem';
import { LogOut, MonitorSmartphone, Plus, User } from 'lucide-react';
import { useState } from 'react';
import { Button, Header, MenuSection, MenuTrigger, Separator } from 'react-aria-components';
import { problemWords } from '@/shared/problem/problemWords';
import { go } from '@/shared/routing/route';
import { signOut } from '@/shared/session/signOut';
import { useIdentity } from '@/shared/session/useIdentity';
import { useConnection } from '@/shared/sync/useConnection';
import { useOwnUsername } from '@/shared/sync/useOwnUsername';
import { chooseTheme, isTheme } from '@/shared/theme/theme';
import { useTheme } from '@/shared/theme/useTheme';
import { Avatar } from '@/shared/ui/Avatar';
import { MenuEntry } from '@/shared/ui/MenuEntry';
import { MenuPopover } from '@/shared/ui/MenuPopover';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import css from './AccountMenu.module.css';
import { useMe } from './useMe';

export function AccountMenu() {
  const { user } = useIdentity();
  const username = useOwnUsername();
  const words = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const name = useMe().data?.displayName ?? username;
  const connected = useConnection().state === 'ready';
  const theme = useTheme();

  function leave() {
    signOut().catch((cause) =>
      setProblem(cause instanceof Problem ? problemWords(cause) : words('account.sign-out.failed')),
    );
  }

  return (
    <>
      <MenuTrigger>
        <Button className={css.trigger ?? ''} aria-label={words('account.menu')}>
          <Avatar user={user} name={name} size={40} online={connected} />
        </Button>
        <MenuPopover
          label={words('account.menu.label')}
          head={
            <p className={css.who}>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              <bdi className={css.username}>@{username}</bdi>
            </p>
          }
        >
          <MenuEntry icon={User} onAction={() => go({ page: 'feature', path: 'account' })}>
            {words('account.yours')}
          </MenuEntry>
          <MenuEntry icon={MonitorSmartphone} onAction={() => go({ page: 'feature', path: 'sessions' })}>
            {words('account.sessions')}
          </MenuEntry>
          <MenuEntry icon={Plus} onAction={() => go({ page: 'sign-up' })}>
            {words('account.second-person')}
          </MenuEntry>
          <Separator className={css.separator ?? ''} />
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => [...keys].filter(isTheme).forEach(chooseTheme)}
          >
            <Header className={css.heading}>{words('account.appearance')}</Header>
            <MenuEntry id="system">{words('account.appearance.system')}</MenuEntry>
            <MenuEntry id="light">{words('account.appearance.light')}</MenuEntry>
            <MenuEntry id="dark">{words('account.appearance.dark')}</MenuEntry>
          </MenuSection>
          <Separator className={css.separator ?? ''} />
          <MenuEntry icon={LogOut} onAction={leave}>
            {words('account.sign-out')}
          </MenuEntry>
        </MenuPopover>
      </MenuTrigger>
      {problem ? <Notice look="problem">{problem}</Notice> : null}
    </>
  );
}
