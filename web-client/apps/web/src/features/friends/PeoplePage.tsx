import type { FriendList } from '@parley/protocol/types';
import { nameOf } from '@/shared/person/nameOf';
import { personOf } from '@/shared/person/personOf';
import { useFriends } from '@/shared/person/useFriends';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { DetailPage } from '@/shared/ui/DetailPage';
import { Loading } from '@/shared/ui/Loading';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { AddFriend } from './AddFriend';
import { FriendRow, IncomingRow, OutgoingRow } from './FriendRows';
import { PeopleSection } from './PeopleSection';

/** One's friends and requests, and the way to more. */
export function PeoplePage() {
  const words = useWords();
  const { data, error } = useFriends();
  return (
    <DetailPage title={words('friends.page')}>
      <AddFriend />
      {error ? <Notice look="problem">{problemWords(error)}</Notice> : null}
      {data ? <Lists {...data} /> : error ? null : <Loading>{words('friends.reading')}</Loading>}
    </DetailPage>
  );
}

function Lists({ friends, incoming, outgoing }: FriendList) {
  const words = useWords();
  const known = useChat((state) => state.people);
  const isThere = (user: string) => !known[user]?.erased;
  const asking = incoming.filter(({ person }) => isThere(person.user));
  const asked = outgoing.filter(({ person }) => isThere(person.user));
  const shown = friends
    .filter(({ user }) => isThere(user))
    .map((person) => ({ person, name: nameOf(known[person.user] ?? personOf(person)) }))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ person }) => person);
  return (
    <>
      {asking.length > 0 ? (
        <PeopleSection title={words('friends.incoming')}>
          {asking.map((request) => (
            <IncomingRow key={request.person.user} request={request} />
          ))}
        </PeopleSection>
      ) : null}
      {asked.length > 0 ? (
        <PeopleSection title={words('friends.outgoing')}>
          {asked.map((request) => (
            <OutgoingRow key={request.person.user} request={request} />
          ))}
        </PeopleSection>
      ) : null}
      <PeopleSection title={words('friends.list')} none={words('friends.none')}>
        {shown.map((person) => (
          <FriendRow key={person.user} person={person} />
        ))}
      </PeopleSection>
    </>
  );
}
