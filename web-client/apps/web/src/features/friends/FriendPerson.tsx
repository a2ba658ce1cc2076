import type { PersonActionProps } from '@/shared/feature/Feature';
import { nameOf } from '@/shared/person/nameOf';
import { useIsBlocked } from '@/shared/person/useBlocked';
import { useChangeFriend } from '@/shared/person/useChangeFriend';
import { useStanding } from '@/shared/person/useFriends';
import { problemWords } from '@/shared/problem/problemWords';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { AskFriend } from './AskFriend';
import { RemoveFriend } from './RemoveFriend';

/** Asks someone to be a friend, answers them, takes that back or ends it, in their profile. */
export function FriendPerson({ person }: PersonActionProps) {
  const words = useWords();
  const standing = useStanding(person.user);
  const blocked = useIsBlocked(person.user);
  const change = useChangeFriend(person.user);
  const name = nameOf(person);
  if (standing === null || blocked) return null;
  return (
    <>
      {standing === 'stranger' ? <AskFriend user={person.user} name={name} /> : null}
      {standing === 'friend' ? <RemoveFriend user={person.user} name={name} /> : null}
      {standing === 'outgoing' ? (
        <Button
          look="quiet"
          isDisabled={change.isPending}
          onPress={() => change.mutate({ step: 'withdraw' })}
        >
          {words('friends.withdraw')}
        </Button>
      ) : null}
      {standing === 'incoming' ? (
        <>
          <Button isDisabled={change.isPending} onPress={() => change.mutate({ step: 'accept' })}>
            {words('friends.accept.request')}
          </Button>
          <Button
            look="quiet"
            isDisabled={change.isPending}
            onPress={() => change.mutate({ step: 'reject' })}
          >
            {words('friends.reject.request')}
          </Button>
        </>
      ) : null}
      {change.error ? <Notice look="problem">{problemWords(change.error)}</Notice> : null}
    </>
  );
}
