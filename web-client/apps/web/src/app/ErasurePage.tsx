import { ErasureStatus } from '@/features/erasure/ErasureStatus';
import { useErasure } from '@/features/erasure/useErasure';
import { WelcomeLayout } from '@/features/welcome/WelcomeLayout';
import { problemWords } from '@/shared/problem/problemWords';
import { hrefOf } from '@/shared/routing/route';
import { Loading } from '@/shared/ui/Loading';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';

/** Follows the deletion of an account, for whoever has its address. */
export function ErasurePage({ erasure }: { erasure: string }) {
  const words = useWords();
  const { data, error, isPending } = useErasure(erasure);
  return (
    <WelcomeLayout title={data?.complete ? words('app.erasure.complete') : words('app.erasure.running')}>
      {isPending ? <Loading>{words('app.erasure.asking')}</Loading> : null}
      {error ? <Notice look="problem">{problemWords(error)}</Notice> : null}
      {data ? <ErasureStatus status={data} /> : null}
      <p>
        <a href={hrefOf({ page: 'sign-in' })}>{words('app.erasure.leave')}</a>
      </p>
    </WelcomeLayout>
  );
}
