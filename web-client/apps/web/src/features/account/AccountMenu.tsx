import { Problem } from '@parley/client/api/Problem';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { lazily } from '@/shared/lazy/lazily';
import { problemWords } from '@/shared/problem/problemWords';
import { signOut } from '@/shared/session/signOut';
import { useIdentity } from '@/shared/session/useIdentity';
import { useConnection } from '@/shared/sync/useConnection';
import { useOwnUsername } from '@/shared/sync/useOwnUsername';
import { Avatar } from '@/shared/ui/Avatar';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import css from './AccountMenu.module.css';
import { useMe } from './useMe';

const AccountEntries = lazily(async () => (await import('./AccountEntries')).AccountEntries);

export function AccountMenu() {
  const { user } = useIdentity();
  const username = useOwnUsername();
  const words = useWords();
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const own = useMe().data;
  const name = own?.displayName ?? username;
  const connected = useConnection().state === 'ready';

  function leave() {
    signOut().catch((cause) =>
      setProblem(cause instanceof Problem ? problemWords(cause) : words('account.sign-out.failed')),
    );
  }

  return (
    <>
      <Button
        ref={trigger}
        className={css.trigger ?? ''}
        aria-label={words('account.menu')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
        onKeyDown={(event) => (event.key === 'ArrowDown' ? setOpen(true) : event.continuePropagation())}
      >
        <Avatar user={user} name={name} size={40} online={connected} told={own} />
      </Button>
      {isOpen ? (
        <AccountEntries name={name} anchor={trigger} close={() => setOpen(false)} leave={leave} />
      ) : null}
      {problem ? <Notice look="problem">{problem}</Notice> : null}
    </>
  );
}
