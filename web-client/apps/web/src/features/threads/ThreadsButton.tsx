import { MessagesSquare } from 'lucide-react';
import { go } from '@/shared/routing/route';
import { Badged } from '@/shared/ui/Badged';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { useUnreadThreads } from './useUnreadThreads';

/** Leads to the threads that this person follows, and says how much waits there. */
export function ThreadsButton() {
  const words = useWords();
  const count = useUnreadThreads();
  return (
    <Badged text={count > 0 ? words('threads.count', { count: Math.min(count, 999) }) : ''}>
      <IconButton
        icon={MessagesSquare}
        label={count > 0 ? words('threads.page.waiting', { count }) : words('threads.page')}
        onPress={() => go({ page: 'feature', path: 'threads' })}
      />
    </Badged>
  );
}
