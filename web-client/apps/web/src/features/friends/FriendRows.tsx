import type { FriendRequestItem, Person } from '@parley/protocol/types';
import type { FriendStep } from '@/shared/person/api/friends';
import { useChangeFriend } from '@/shared/person/useChangeFriend';
import { problemWords } from '@/shared/problem/problemWords';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { PersonRow } from './PersonRow';
import { RemoveFriend } from './RemoveFriend';

/** Someone who asks, with the two answers. */
export function IncomingRow({ request: { person, line } }: { request: FriendRequestItem }) {
  const words = useWords();
  const change = useChangeFriend(person.user);
  const step = (next: FriendStep) => () => change.mutate({ step: next });
  return (
    <PersonRow person={person} line={line}>
      {(name) => (
        <>
          <Button
            aria-label={words('friends.accept.named', { name })}
            isDisabled={change.isPending}
            onPress={step('accept')}
          >
            {words('friends.accept')}
          </Button>
          <Button
            look="quiet"
            aria-label={words('friends.reject.named', { name })}
            isDisabled={change.isPending}
            onPress={step('reject')}
          >
            {words('friends.reject')}
          </Button>
          {change.error ? <Notice look="problem">{problemWords(change.error)}</Notice> : null}
        </>
      )}
    </PersonRow>
  );
}

/** Someone who was asked. */
export function OutgoingRow({ request: { person, line } }: { request: FriendRequestItem }) {
  const words = useWords();
  const change = useChangeFriend(person.user);
  return (
    <PersonRow person={person} line={line}>
      {(name) => (
        <>
          <Button
            look="quiet"
            aria-label={words('friends.withdraw.named', { name })}
            isDisabled={change.isPending}
            onPress={() => change.mutate({ step: 'withdraw' })}
          >
            {words('friends.withdraw')}
          </Button>
          {change.error ? <Notice look="problem">{problemWords(change.error)}</Notice> : null}
        </>
      )}
    </PersonRow>
  );
}

export function FriendRow({ person }: { person: Person }) {
  return <PersonRow person={person}>{(name) => <RemoveFriend user={person.user} name={name} />}</PersonRow>;
}
