import type { Conversation } from '@parley/client/conversation/ChatState';
import { peerOf } from '@parley/client/conversation/peerOf';
import { ArrowLeft } from 'lucide-react';
import { useFeatures } from '@/shared/feature/useFeatures';
import { nameOf } from '@/shared/person/nameOf';
import { StatusLine } from '@/shared/person/StatusLine';
import { showPerson } from '@/shared/person/shownPerson';
import { go } from '@/shared/routing/route';
import { useChat } from '@/shared/sync/useChat';
import { useConnection } from '@/shared/sync/useConnection';
import { lastSeenPhrase } from '@/shared/time/format';
import { useNow } from '@/shared/time/useNow';
import { Avatar } from '@/shared/ui/Avatar';
import { CutName } from '@/shared/ui/CutName';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './Thread.module.css';

const MINUTE_MS = 60_000;

export function ThreadHeader({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const parts = useFeatures('conversationHead');
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  const peer = peerOf({ me, people }, conversation);
  const name = nameOf(peer);
  const presence = useChat((state) => state.presence[peer.user]);
  const connected = useConnection().state === 'ready';
  const now = useNow(MINUTE_MS);
  const online = connected && !peer.self && presence?.online === true;
  const presencePhrase = online
    ? words('thread.online')
    : connected
      ? lastSeenPhrase(presence?.lastSeen ?? null, now)
      : words('thread.waiting');
  return (
    <header className={css.head}>
      <span className={css.back}>
        <IconButton
          icon={ArrowLeft}
          label={words('thread.back')}
          onPress={() => go({ page: 'conversations' })}
        />
      </span>
      <Avatar user={peer.user} name={name} size={42} online={online} erased={peer.erased} />
      <div className={css.who}>
        <h1 id="thread-name" className={css.name}>
          {conversation.kind === 'group' || peer.erased || peer.self ? (
            <CutName>{name}</CutName>
          ) : (
            <button
              type="button"
              dir="auto"
              className={css.person}
              aria-haspopup="dialog"
              onClick={() => showPerson(peer.user)}
            >
              {name} {peer.username ? <span className={css.username}>@{peer.username}</span> : null}
            </button>
          )}
        </h1>
        {peer.erased || peer.self ? null : (
          <p className={css.presence}>
            {conversation.kind === 'group'
              ? words('thread.members', { count: conversation.members.length })
              : presencePhrase}{' '}
            {conversation.kind === 'group' ? null : <StatusLine status={peer.status} />}
          </p>
        )}
      </div>
      <div className={css.parts}>
        {parts.map((Part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what features add is the same as long as the page is.
          <Part key={index} conversation={conversation} />
        ))}
      </div>
    </header>
  );
}
