import type { FoundPerson } from '@parley/protocol/types';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { Avatar } from '@/shared/ui/Avatar';
import rows from '@/shared/ui/Rows.module.css';
import { useWords } from '@/shared/words/useWords';

interface PeopleFoundProps {
  people: readonly FoundPerson[];
  /** Something was looked for, and there is no one. */
  nothing: boolean;
  choose(username: string): void;
}

export function PeopleFound({ people, nothing, choose }: PeopleFoundProps) {
  const words = useWords();
  return (
    <ListBox
      aria-label={words('conversations.new.found')}
      className={rows.list ?? ''}
      items={people}
      onAction={(key) => choose(String(key))}
      renderEmptyState={() => (
        <p className={rows.none}>
          {nothing ? words('conversations.new.no-one') : words('conversations.new.hint')}
        </p>
      )}
    >
      {({ user, username, displayName, avatar }) => (
        <ListBoxItem id={username} textValue={`${displayName} @${username}`} className={rows.row ?? ''}>
          <Avatar user={user} name={displayName} size={38} told={{ username, avatar }} />
          <span className={rows.names}>
            <bdi>{displayName}</bdi>
            <bdi className={rows.username}>@{username}</bdi>
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
