import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { ErasureStatus } from '@/features/erasure/ErasureStatus';
import { useErasure } from '@/features/erasure/useErasure';
import { WelcomeLayout } from '@/features/welcome/WelcomeLayout';
import { hrefOf } from '@/shared/routing/route';
import { Loading } from '@/shared/ui/Loading';
import { Notice } from '@/shared/ui/Notice';
import { newQueryClient } from './newQueryClient';

/** Follows the deletion of an account, for whoever has its address. */
export function ErasurePage({ erasure }: { erasure: string }) {
  const [queries] = useState(newQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <Progress erasure={erasure} />
    </QueryClientProvider>
  );
}

function Progress({ erasure }: { erasure: string }) {
  const { data, error, isPending } = useErasure(erasure);
  return (
    <WelcomeLayout title={data?.complete ? 'The account is deleted' : 'Deleting an account'}>
      {isPending ? <Loading>Asking how far it has come…</Loading> : null}
      {error ? <Notice look="problem">{error.message}</Notice> : null}
      {data ? <ErasureStatus status={data} /> : null}
      <p>
        <a href={hrefOf({ page: 'sign-in' })}>Sign in or create an account</a>
      </p>
    </WelcomeLayout>
  );
}
