import type { Conversation } from '@parley/client/conversation/ChatState';
import { seenAs } from '@parley/client/conversation/hidden';
import { peerOf } from '@parley/client/conversation/peerOf';
import { isFollowed, type Thread, unreadReplies } from '@parley/client/conversation/threads';
import { useMemo } from 'react';
import { briefText } from '@/shared/message/briefText';
import { nameOf } from '@/shared/person/nameOf';
import { useBlocked } from '@/shared/person/useBlocked';
import { go } from '@/shared/routing/route';
import { useChat } from '@/shared/sync/useChat';
import { openThread } from '@/shared/threads/openedThread';
import { listTime } from '@/shared/time/format';
import { Avatar } from '@/shared/ui/Avatar';
import { DetailPage } from '@/shared/ui/DetailPage';
import { useWords } from '@/shared/words/useWords';
import css from './Threads.module.css';

interface Followed {
  conversation: Conversation;
  thread: Thread;
}

/** The threads that this person follows; those that were written in last come first. */
export function ThreadsPage() {
  const words = useWords();
  const conversations = useChat((state) => state.conversations);
  const me = useChat((state) => state.me);
  const followed = useMemo(
    () =>
      Object.values(conversations)
        .flatMap((conversation): Followed[] =>
          Object.values(conversation.threads ?? {})
            .filter((thread) => thread.last > 0 && isFollowed(thread, me))
            .map((thread) => ({ conversation, thread })),
        )
        .sort((a, b) => (b.thread.at ?? '').localeCompare(a.thread.at ?? '')),
    [conversations, me],
  );
  return (
    <DetailPage title={words('threads.page')}>
      {followed.length === 0 ? <p className={css.none}>{words('threads.none')}</p> : null}
      <ul className={css.list}>
        {followed.map((each) => (
          <FollowedRow key={`${each.conversation.conversation}/${each.thread.root.number}`} {...each} />
        ))}
      </ul>
    </DetailPage>
  );
}

function FollowedRow({ conversation, thread }: Followed) {
  const words = useWords();
  const people = useChat((state) => state.people);
  const me = useChat((state) => state.me);
  const blocked = useBlocked().data;
  const { conversation: id } = conversation;
  const root = seenAs(conversation, thread.root.number);
  const brief = useChat((state) => (root ? briefText(state, conversation, root) : ''));
  const count = unreadReplies(
    conversation,
    thread,
    me,
    (user) => blocked?.some((each) => each.user === user) ?? false,
  ).length;
  const where = nameOf(peerOf({ me, people }, conversation));
  const author = root ? nameOf(people[root.author]) : '';
  function open() {
    go({ page: 'conversation', conversation: id });
    if (root) openThread({ conversation: id, root: thread.root, author: root.author });
  }
  return (
    <li>
      <button type="button" className={css.followed} onClick={open}>
        {root ? (
          <Avatar user={root.author} name={author} size={40} erased={people[root.author]?.erased} />
        ) : null}
        <span className={css.about}>
          <span className={css.where}>
            <bdi>{where}</bdi>
          </span>
          <bdi className={css.said}>{brief}</bdi>
          {thread.at ? (
            <time dateTime={thread.at} className={css.soft}>
              {words('threads.last', { time: listTime(thread.at) })}
            </time>
          ) : null}
        </span>
        {count > 0 ? (
          <span className={css.badge}>{words('threads.unread', { count: Math.min(count, 999) })}</span>
        ) : null}
      </button>
    </li>
  );
}
