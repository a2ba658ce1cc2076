import { Contact } from 'lucide-react';
import { useWaitingRequests } from '@/shared/person/useFriends';
import { go } from '@/shared/routing/route';
import { Badged } from '@/shared/ui/Badged';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';

/** Leads to friends, and says how many wait for an answer. */
export function PeopleButton() {
  const words = useWords();
  const waiting = useWaitingRequests();
  return (
    <Badged text={waiting > 0 ? words('friends.count', { count: waiting }) : ''}>
      <IconButton
        icon={Contact}
        label={waiting > 0 ? words('friends.page.waiting', { count: waiting }) : words('friends.page')}
        onPress={() => go({ page: 'feature', path: 'people' })}
      />
    </Badged>
  );
}
