import type { Person as Told } from '@parley/protocol/types';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { nameOf } from '@/shared/person/nameOf';
import { personOf } from '@/shared/person/personOf';
import { StatusLine } from '@/shared/person/StatusLine';
import { showPerson } from '@/shared/person/shownPerson';
import { useChat } from '@/shared/sync/useChat';
import { useConnection } from '@/shared/sync/useConnection';
import { Avatar } from '@/shared/ui/Avatar';
import css from './PeoplePage.module.css';

interface PersonRowProps {
  person: Told;
  line?: string | null;
  /** What can be done, given their name. */
  children(name: string): ReactNode;
}

/** Someone, what they say, and what can be done. Leads to their profile. */
export function PersonRow({ person: told, line, children }: PersonRowProps) {
  const person = useChat((state) => state.people[told.user]) ?? personOf(told);
  const presence = useChat((state) => state.presence[told.user]);
  const connected = useConnection().state === 'ready';
  const name = nameOf(person);
  return (
    <li className={css.person}>
      <Button className={css.who ?? ''} onPress={() => showPerson(told.user, person)}>
        <Avatar
          user={told.user}
          name={name}
          size={44}
          online={connected && (presence ?? told).online}
          told={told}
        />
        <span className={css.names}>
          <bdi className={css.name}>{name}</bdi>
          {person.username ? <bdi className={css.username}>@{person.username}</bdi> : null}
          <StatusLine status={person.status ?? told.status} />
        </span>
      </Button>
      <span className={css.actions}>{children(name)}</span>
      {line ? (
        <p className={css.line}>
          <bdi>{line}</bdi>
        </p>
      ) : null}
    </li>
  );
}
