import { useQuery } from '@tanstack/react-query';
import type { PageProps } from '@/shared/feature/Feature';
import { personOf } from '@/shared/person/personOf';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { DetailPage } from '@/shared/ui/DetailPage';
import { Loading } from '@/shared/ui/Loading';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { fetchPerson } from './api/fetchPerson';
import { InviteCard } from './InviteCard';
import { PersonPanel } from './PersonPanel';

/** The profile that a link leads to; one's own says how to pass the link on. */
export function ProfilePage({ of = '' }: PageProps) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const { data, error } = useQuery({ queryKey: ['profile', of], queryFn: () => fetchPerson(of, undefined) });
  return (
    <DetailPage title={data?.displayName ?? `@${of}`}>
      {error ? <Notice look="problem">{problemWords(error)}</Notice> : null}
      {!data && !error ? <Loading>{words('people.reading')}</Loading> : null}
      {data?.user === me ? <InviteCard /> : null}
      {data && data.user !== me ? (
        <PersonPanel user={data.user} found={personOf(data)} done={() => {}} />
      ) : null}
    </DetailPage>
  );
}
