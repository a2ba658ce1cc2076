import type { ConnectionStatus } from '@parley/client/gateway/ConnectionStatus';
import { useStore } from 'zustand';
import { useEngine } from './useEngine';

export function useConnection(): ConnectionStatus {
  return useStore(useEngine().connection);
}
