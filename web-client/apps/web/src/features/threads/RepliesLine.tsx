import { unreadReplies } from '@parley/client/conversation/threads';
import type { MessageBelowProps } from '@/shared/feature/Feature';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { aboutOf } from '@/shared/threads/aboutOf';
import { openThread } from '@/shared/threads/openedThread';
import { listTime } from '@/shared/time/format';
import { Avatar } from '@/shared/ui/Avatar';
import { useWords } from '@/shared/words/useWords';
import css from './Threads.module.css';

const FACES = 3;

/** How many answered in a thread, when last, and who; leads there. */
export function RepliesLine({ conversation, message }: MessageBelowProps) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  const fresh = useChat((state) => {
    const held = state.conversations[conversation];
    const thread = held?.threads?.[message.number];
    return held && thread ? unreadReplies(held, thread, state.me).length : 0;
  });
  const { replies } = message;
  return (
    <div className={`${css.below} ${message.author === me ? css.own : ''}`}>
      <button
        type="button"
        tabIndex={-1}
        className={css.replies}
        onClick={() => openThread({ conversation, ...aboutOf(message) })}
      >
        {replies ? (
          <>
            <span className={css.faces}>
              {replies.authors.slice(0, FACES).map((user) => (
                <Avatar
                  key={user}
                  user={user}
                  name={nameOf(people[user])}
                  size={22}
                  erased={people[user]?.erased}
                />
              ))}
            </span>
            <span className={fresh > 0 ? css.fresh : ''}>
              {words('threads.replies', { count: replies.count })}
            </span>
            <time dateTime={replies.at} className={css.soft}>
              {listTime(replies.at)}
            </time>
          </>
        ) : (
          words('threads.from')
        )}
      </button>
    </div>
  );
}
