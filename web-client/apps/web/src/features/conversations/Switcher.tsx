import { useState } from 'react';
import { Autocomplete, ListBox, ListBoxItem, useFilter } from 'react-aria-components';
import { useUserSearch } from '@/shared/people/useUserSearch';
import { go } from '@/shared/routing/route';
import { Avatar } from '@/shared/ui/Avatar';
import { Field } from '@/shared/ui/Field';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import rows from '@/shared/ui/Rows.module.css';
import { useWords } from '@/shared/words/useWords';
import { useRecent } from './useRecent';
import { useStartDirect } from './useStartDirect';

interface Choice {
  id: string;
  picture: string;
  name: string;
  username: string;
  choose(): void;
}

/** Goes to a conversation by a part of its name, or to a person with whom there is none yet. */
export function Switcher({ close }: { close(): void }) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const start = useStartDirect(close);
  const recent = useRecent();
  const { people: found } = useUserSearch(typed);
  const sought = typed.trim().replace(/^@/, '');

  const held: Choice[] = recent
    .filter(({ peer }) => contains(peer.displayName, sought) || contains(peer.username, sought))
    .map(({ conversation, peer }) => ({
      id: conversation,
      picture: peer.user,
      name: peer.displayName,
      username: peer.username,
      choose: () => {
        close();
        go({ page: 'conversation', conversation });
      },
    }));
  const known = new Set(recent.map(({ peer }) => peer.user));
  const others: Choice[] = found
    .filter(({ user }) => !known.has(user))
    .map(({ user, username, displayName }) => ({
      id: user,
      picture: user,
      name: displayName,
      username,
      choose: () => start.mutate(username),
    }));
  const choices = [...held, ...others];

  return (
    <ModalDialog title={words('conversations.switch')} isOpen onOpenChange={close}>
      {() => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            choices[0]?.choose();
          }}
        >
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <Field
              label={words('conversations.switch.who')}
              name="sought"
              autoFocus
              autoComplete="off"
              isRequired
            />
            <ListBox
              aria-label={words('conversations.switch')}
              className={rows.list ?? ''}
              items={choices}
              onAction={(key) => choices.find(({ id }) => id === key)?.choose()}
              renderEmptyState={() => <p className={rows.none}>{words('conversations.new.no-one')}</p>}
            >
              {({ id, picture, name, username }) => (
                <ListBoxItem id={id} textValue={`${name} ${username}`} className={rows.row ?? ''}>
                  <Avatar user={picture} name={name} size={38} />
                  <span className={rows.names}>
                    <span>{name}</span>
                    {username ? <span className={rows.username}>@{username}</span> : null}
                  </span>
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </form>
      )}
    </ModalDialog>
  );
}
