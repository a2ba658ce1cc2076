import { useStore } from 'zustand';
import type { ConnectionStatus } from '@/shared/gateway/ConnectionStatus';
import { useEngine } from './useEngine';

export function useConnection(): ConnectionStatus {
  return useStore(useEngine().connection);
}
