import { useState } from 'react';
import { JoinButton } from '@/features/groups/JoinButton';
import { JoinInvitation } from '@/features/groups/JoinInvitation';
import { WelcomeLayout } from '@/features/welcome/WelcomeLayout';
import { hrefOf } from '@/shared/routing/route';
import { useWords } from '@/shared/words/useWords';

interface JoinPageProps {
  code: string;
  isSignedIn: boolean;
}

/** Where a link leads, and the way in. Whoever has to sign in first comes back here. */
export function JoinPage({ code, isSignedIn }: JoinPageProps) {
  const words = useWords();
  const [hasAsked, setAsked] = useState(false);
  const next = { page: 'join', code } as const;
  return (
    <WelcomeLayout title={words('groups.join')}>
      <JoinInvitation key={code} code={code}>
        {({ approval }) =>
          isSignedIn ? (
            <JoinButton code={code} asks={approval} onAsked={() => setAsked(true)} />
          ) : (
            <>
              <p>
                <a href={hrefOf({ page: 'sign-in', next })}>{words('groups.join.sign-in')}</a>
              </p>
              <p>
                <a href={hrefOf({ page: 'sign-up', next })}>{words('groups.join.sign-up')}</a>
              </p>
            </>
          )
        }
      </JoinInvitation>
      {isSignedIn ? (
        <p>
          <a href={hrefOf({ page: 'conversations' })}>
            {words(hasAsked ? 'groups.join.back' : 'groups.join.not')}
          </a>
        </p>
      ) : null}
    </WelcomeLayout>
  );
}
