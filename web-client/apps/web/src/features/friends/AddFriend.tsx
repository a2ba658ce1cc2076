import { useState } from 'react';
import { Autocomplete, ListBox, ListBoxItem } from 'react-aria-components';
import { useUserSearch } from '@/shared/people/useUserSearch';
import { showPerson } from '@/shared/person/shownPerson';
import { Avatar } from '@/shared/ui/Avatar';
import { Field } from '@/shared/ui/Field';
import rows from '@/shared/ui/Rows.module.css';
import { useWords } from '@/shared/words/useWords';
import css from './PeoplePage.module.css';

/** Finds people while typing; whoever is chosen is shown with what can be done. */
export function AddFriend() {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const { people, nothing } = useUserSearch(typed);
  return (
    <search className={css.form}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <Field
          label={words('friends.find')}
          name="find"
          autoComplete="off"
          autoCapitalize="none"
          isRequired
        />
        {typed.trim() === '' ? null : (
          <ListBox
            aria-label={words('friends.found')}
            className={rows.list ?? ''}
            items={people}
            onAction={(key) => {
              const found = people.find(({ user }) => user === key);
              if (found) showPerson(found.user, found);
            }}
            renderEmptyState={() => (
              <p className={rows.none}>{nothing ? words('friends.found.no-one') : null}</p>
            )}
          >
            {({ user, username, displayName, avatar }) => (
              <ListBoxItem id={user} textValue={`${displayName} @${username}`} className={rows.row ?? ''}>
                <Avatar user={user} name={displayName} size={38} told={{ username, avatar }} />
                <span className={rows.names}>
                  <bdi>{displayName}</bdi>
                  <bdi className={rows.username}>@{username}</bdi>
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        )}
      </Autocomplete>
    </search>
  );
}
