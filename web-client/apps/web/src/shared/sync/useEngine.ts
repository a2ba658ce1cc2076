import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import { use } from 'react';
import { ChatContext } from './ChatContext';

export function useEngine(): ChatEngine {
  const engine = use(ChatContext);
  if (!engine) throw new Error('Only the signed-in part of the application has an engine.');
  return engine;
}
