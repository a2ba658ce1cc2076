import type { FoundPerson } from '@parley/protocol/types';
import { Check, X } from 'lucide-react';
import { Autocomplete, Button, ListBox, ListBoxItem, type Selection } from 'react-aria-components';
import { Avatar } from '@/shared/ui/Avatar';
import { Field } from '@/shared/ui/Field';
import rows from '@/shared/ui/Rows.module.css';
import { useWords } from '@/shared/words/useWords';
import css from './Groups.module.css';
import type { Picked } from './usePicked';

/** Looks for people and takes several of them. */
export function PeoplePicker({ picked }: { picked: Picked }) {
  const words = useWords();
  const { people, typed, setTyped, offered, nothing, toggle } = picked;

  function select(selection: Selection) {
    if (selection === 'all') return;
    const isTaken = (person: FoundPerson) => people.some(({ user }) => user === person.user);
    for (const person of offered) if (isTaken(person) !== selection.has(person.user)) toggle(person);
  }

  return (
    <>
      {people.length > 0 ? (
        <ul className={css.chosen} aria-label={words('groups.chosen')}>
          {people.map((person) => (
            <li key={person.user}>
              <Button
                className={css.chip ?? ''}
                aria-label={words('groups.not-this-one', { name: person.displayName })}
                onPress={() => toggle(person)}
              >
                <Avatar user={person.user} name={person.displayName} size={24} told={person} />
                <bdi>{person.displayName}</bdi>
                <X size={16} aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst>
        <Field label={words('groups.people')} name="people" autoComplete="off" autoCapitalize="none" />
        <ListBox
          aria-label={words('groups.found')}
          className={`${rows.list} ${css.found}`}
          items={offered}
          dependencies={[people]}
          selectionMode="multiple"
          selectedKeys={people.map(({ user }) => user)}
          onSelectionChange={select}
          renderEmptyState={() => (
            <p className={rows.none}>{nothing ? words('groups.no-one') : words('groups.hint')}</p>
          )}
        >
          {(person) => (
            <ListBoxItem
              id={person.user}
              textValue={`${person.displayName} @${person.username}`}
              className={rows.row ?? ''}
            >
              {({ isSelected }) => (
                <>
                  <Avatar user={person.user} name={person.displayName} size={38} told={person} />
                  <span className={rows.names}>
                    <bdi>{person.displayName}</bdi>
                    <bdi className={rows.username}>@{person.username}</bdi>
                  </span>
                  {isSelected ? <Check size={20} aria-hidden="true" /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </>
  );
}
