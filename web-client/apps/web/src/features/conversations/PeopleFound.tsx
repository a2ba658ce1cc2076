import { ListBox, ListBoxItem } from 'react-aria-components';
import { Avatar } from '@/shared/ui/Avatar';
import { useWords } from '@/shared/words/useWords';
import css from './NewConversation.module.css';
import { useUserSearch } from './useUserSearch';

interface PeopleFoundProps {
  typed: string;
  choose(username: string): void;
}

export function PeopleFound({ typed, choose }: PeopleFoundProps) {
  const words = useWords();
  const found = useUserSearch(typed);
  const nothing = typed.trim() !== '' && found.isSuccess && found.data.length === 0;
  return (
    <ListBox
      aria-label={words('conversations.new.found')}
      className={css.people ?? ''}
      items={typed.trim() === '' ? [] : (found.data ?? [])}
      onAction={(key) => choose(String(key))}
      renderEmptyState={() => (
        <p className={css.none}>
          {nothing ? words('conversations.new.no-one') : words('conversations.new.hint')}
        </p>
      )}
    >
      {({ user, username, displayName }) => (
        <ListBoxItem id={username} textValue={`${displayName} @${username}`} className={css.person ?? ''}>
          <Avatar user={user} name={displayName} size={38} />
          <span className={css.names}>
            <span>{displayName}</span>
            <span className={css.username}>@{username}</span>
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
