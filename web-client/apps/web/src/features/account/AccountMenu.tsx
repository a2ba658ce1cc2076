import { Problem } from '@parley/client/api/Problem';
import { LogOut, MonitorSmartphone, Plus, User } from 'lucide-react';
import { useState } from 'react';
import { Button, Header, MenuSection, MenuTrigger, Separator } from 'react-aria-components';
import { go } from '@/shared/routing/route';
import { signOut } from '@/shared/session/signOut';
import { useConnection } from '@/shared/sync/useConnection';
import { chooseTheme, isTheme } from '@/shared/theme/theme';
import { useTheme } from '@/shared/theme/useTheme';
import { Avatar } from '@/shared/ui/Avatar';
import { MenuEntry } from '@/shared/ui/MenuEntry';
import { MenuPopover } from '@/shared/ui/MenuPopover';
import { Notice } from '@/shared/ui/Notice';
import css from './AccountMenu.module.css';
import { useMe } from './useMe';

export function AccountMenu({ user, username }: { user: string; username: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const name = useMe().data?.displayName ?? username;
  const connected = useConnection().state === 'ready';
  const theme = useTheme();

  function leave() {
    signOut().catch((cause) =>
      setProblem(cause instanceof Problem ? cause.message : 'You could not be signed out.'),
    );
  }

  return (
    <>
      <MenuTrigger>
        <Button className={css.trigger ?? ''} aria-label="Account menu">
          <Avatar user={user} name={name} size={40} online={connected} />
        </Button>
        <MenuPopover
          label="Account"
          head={
            <p className={css.who}>
              <strong>{name}</strong>
              <span>@{username}</span>
            </p>
          }
        >
          <MenuEntry icon={User} onAction={() => go({ page: 'account' })}>
            Your account
          </MenuEntry>
          <MenuEntry icon={MonitorSmartphone} onAction={() => go({ page: 'sessions' })}>
            Your sessions
          </MenuEntry>
          <MenuEntry icon={Plus} onAction={() => go({ page: 'sign-up' })}>
            Sign up a second person
          </MenuEntry>
          <Separator className={css.separator ?? ''} />
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => [...keys].filter(isTheme).forEach(chooseTheme)}
          >
            <Header className={css.heading}>Appearance</Header>
            <MenuEntry id="system">As the system</MenuEntry>
            <MenuEntry id="light">Light</MenuEntry>
            <MenuEntry id="dark">Dark</MenuEntry>
          </MenuSection>
          <Separator className={css.separator ?? ''} />
          <MenuEntry icon={LogOut} onAction={leave}>
            Sign out
          </MenuEntry>
        </MenuPopover>
      </MenuTrigger>
      {problem ? <Notice look="problem">{problem}</Notice> : null}
    </>
  );
}
