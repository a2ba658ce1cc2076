import type { QueryClient } from '@tanstack/react-query';
import { createContext } from 'react';

/** Holds the answers of queries as long as somebody is signed in, once there is something that asks. */
export const KeptQueries = createContext<{ client: QueryClient | null }>({ client: null });
