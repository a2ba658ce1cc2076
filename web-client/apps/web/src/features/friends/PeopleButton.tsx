import { Contact } from 'lucide-react';
import { useWaitingRequests } from '@/shared/person/useFriends';
import { go } from '@/shared/routing/route';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './PeopleButton.module.css';

/** Leads to friends, and says how many wait for an answer. */
export function PeopleButton() {
  const words = useWords();
  const waiting = useWaitingRequests();
  return (
    <span className={css.button}>
      <IconButton
        icon={Contact}
        label={waiting > 0 ? words('friends.page.waiting', { count: waiting }) : words('friends.page')}
        onPress={() => go({ page: 'feature', path: 'people' })}
      />
      {waiting > 0 ? (
        <span className={css.badge} aria-hidden="true">
          {words('friends.count', { count: waiting })}
        </span>
      ) : null}
    </span>
  );
}
