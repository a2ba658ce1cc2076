import type { Person } from '@parley/client/conversation/ChatState';
import { useFeatures } from '@/shared/feature/useFeatures';
import { LookalikeWarning } from '@/shared/lookalike/LookalikeWarning';
import { nameOf } from '@/shared/person/nameOf';
import { StatusLine } from '@/shared/person/StatusLine';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { useConnection } from '@/shared/sync/useConnection';
import { dateOf, lastSeenPhrase } from '@/shared/time/format';
import { useNow } from '@/shared/time/useNow';
import { Avatar } from '@/shared/ui/Avatar';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import css from './PersonPanel.module.css';
import { SharedGroups } from './SharedGroups';
import { useKnownPerson } from './useKnownPerson';
import { usePerson } from './usePerson';

const MINUTE_MS = 60_000;

interface PersonPanelProps {
  user: string;
  /** What is known of someone whom no conversation tells of. */
  found?: Person | undefined;
  done(): void;
}

/** What is known of someone, and what can be done about them. */
export function PersonPanel({ user, found, done }: PersonPanelProps) {
  const words = useWords();
  const known = useKnownPerson(user, found);
  const presence = useChat((state) => state.presence[user]);
  const connected = useConnection().state === 'ready';
  const now = useNow(MINUTE_MS);
  const { data, error } = usePerson(user, known?.username);
  const actions = useFeatures('personActions');
  const online = connected && presence?.online === true;
  return (
    <div className={css.panel}>
      <div className={css.who}>
        <Avatar
          user={user}
          name={nameOf(known)}
          size={72}
          online={online}
          erased={known?.erased}
          told={known ?? data}
        />
        <div className={css.names}>
          {known?.username ? <bdi className={css.username}>@{known.username}</bdi> : null}
          {connected && presence && !known?.erased ? (
            <p>{online ? words('people.online') : lastSeenPhrase(presence.lastSeen, now)}</p>
          ) : null}
          <StatusLine status={known?.status ?? data?.status} />
        </div>
      </div>
      {known ? <LookalikeWarning person={known} /> : null}
      {error ? <Notice look="problem">{problemWords(error)}</Notice> : null}
      {data?.about ? (
        <p className={css.about}>
          <bdi>{data.about}</bdi>
        </p>
      ) : null}
      {data?.joinedAt ? (
        <p className={css.joined}>{words('people.joined', { day: dateOf(data.joinedAt) })}</p>
      ) : null}
      <SharedGroups user={user} done={done} />
      {known && !known.erased ? (
        <div className={css.actions}>
          {actions.map((Action, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what features add is the same as long as the page is.
            <Action key={index} person={known} done={done} />
          ))}
        </div>
      ) : null}
    </div>
  );
}
