import { LogOut, MonitorSmartphone, Plus, User } from 'lucide-react';
import type { RefObject } from 'react';
import { Header, MenuSection, Separator } from 'react-aria-components';
import { go } from '@/shared/routing/route';
import { useOwnUsername } from '@/shared/sync/useOwnUsername';
import { chooseTheme, isTheme } from '@/shared/theme/theme';
import { useTheme } from '@/shared/theme/useTheme';
import { MenuEntry } from '@/shared/ui/MenuEntry';
import { MenuPopover } from '@/shared/ui/MenuPopover';
import { useWords } from '@/shared/words/useWords';
import css from './AccountMenu.module.css';

interface AccountEntriesProps {
  name: string;
  anchor: RefObject<Element | null>;
  close(): void;
  leave(): void;
}

/** What the menu of one's own holds. */
export function AccountEntries({ name, anchor, close, leave }: AccountEntriesProps) {
  const words = useWords();
  const username = useOwnUsername();
  const theme = useTheme();
  const leaving = (action: () => void) => () => {
    close();
    action();
  };
  return (
    <MenuPopover
      triggerRef={anchor}
      isOpen
      onOpenChange={close}
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
      <MenuEntry icon={User} onAction={leaving(() => go({ page: 'feature', path: 'account' }))}>
        {words('account.yours')}
      </MenuEntry>
      <MenuEntry icon={MonitorSmartphone} onAction={leaving(() => go({ page: 'feature', path: 'sessions' }))}>
        {words('account.sessions')}
      </MenuEntry>
      <MenuEntry icon={Plus} onAction={leaving(() => go({ page: 'sign-up' }))}>
        {words('account.second-person')}
      </MenuEntry>
      <Separator className={css.separator ?? ''} />
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[theme]}
        onSelectionChange={(keys) => {
          [...keys].filter(isTheme).forEach(chooseTheme);
          close();
        }}
      >
        <Header className={css.heading}>{words('account.appearance')}</Header>
        <MenuEntry id="system">{words('account.appearance.system')}</MenuEntry>
        <MenuEntry id="light">{words('account.appearance.light')}</MenuEntry>
        <MenuEntry id="dark">{words('account.appearance.dark')}</MenuEntry>
      </MenuSection>
      <Separator className={css.separator ?? ''} />
      <MenuEntry icon={LogOut} onAction={leaving(leave)}>
        {words('account.sign-out')}
      </MenuEntry>
    </MenuPopover>
  );
}
