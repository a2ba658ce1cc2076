import type { BlockedItem } from '@parley/protocol/types';
import { useBlocked } from '@/shared/person/useBlocked';
import { useSetBlocked } from '@/shared/person/useSetBlocked';
import { problemWords } from '@/shared/problem/problemWords';
import { Avatar } from '@/shared/ui/Avatar';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import css from './BlockedPeople.module.css';

/** Everyone this person blocks, if there is anyone. */
export function BlockedPeople() {
  const words = useWords();
  const { data, error } = useBlocked();
  if (error) return <Notice look="problem">{problemWords(error)}</Notice>;
  if (!data || data.length === 0) return null;
  return (
    <section className={css.card} aria-labelledby="blocked-people">
      <h2 id="blocked-people">{words('blocks.list')}</h2>
      <ul className={css.list}>
        {data.map((person) => (
          <Blocked key={person.user} person={person} />
        ))}
      </ul>
    </section>
  );
}

function Blocked({ person: { user, username, displayName, avatar } }: { person: BlockedItem }) {
  const words = useWords();
  const change = useSetBlocked(user);
  const name = displayName ?? words('person.someone');
  return (
    <li className={css.person}>
      <Avatar user={user} name={name} size={36} told={{ username, avatar }} />
      <span className={css.names}>
        <bdi>{name}</bdi>
        {username ? <bdi className={css.username}>@{username}</bdi> : null}
        {change.error ? <Notice look="problem">{problemWords(change.error)}</Notice> : null}
      </span>
      <Button
        look="quiet"
        aria-label={words('blocks.unblock-named', { name })}
        isDisabled={change.isPending}
        onPress={() => change.mutate(false)}
      >
        {words('blocks.unblock')}
      </Button>
    </li>
  );
}
