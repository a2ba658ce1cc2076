import { use } from 'react';
import { ChatContext } from './ChatContext';
import type { ChatEngine } from './ChatEngine';

export function useEngine(): ChatEngine {
  const engine = use(ChatContext);
  if (!engine) throw new Error('Only the signed-in part of the application has an engine.');
  return engine;
}
