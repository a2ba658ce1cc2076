import { useChat } from '@/shared/sync/useChat';
import { useOwnUsername } from '@/shared/sync/useOwnUsername';
import { Mark } from '@/shared/ui/Mark';
import { useWords } from '@/shared/words/useWords';
import css from './FirstRun.module.css';
import { LazyFirstRun } from './LazyFirstRun';

/** In the place of a conversation while none is open. */
export function NothingOpen() {
  const username = useOwnUsername();
  const words = useWords();
  const none = useChat(
    ({ list, conversations }) => list === 'loaded' && Object.keys(conversations).length === 0,
  );
  const some = useChat(({ conversations }) => Object.keys(conversations).length > 0);
  if (none) return <LazyFirstRun username={username} />;
  if (!some) return null;
  return (
    <div className={css.first}>
      <Mark size={64} />
      <h2>{words('conversations.choose')}</h2>
      <p>{words('conversations.choose.how')}</p>
    </div>
  );
}
