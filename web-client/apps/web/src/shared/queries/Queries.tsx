import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, use, useState } from 'react';
import { KeptQueries } from './KeptQueries';
import { newQueryClient } from './newQueryClient';

/** Lets what is inside ask the server by queries. */
export function Queries({ children }: { children: ReactNode }) {
  const kept = use(KeptQueries);
  const [client] = useState(() => {
    kept.client ??= newQueryClient();
    return kept.client;
  });
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
