import type { ChatState, OutboxEntry, OutboxStep } from './ChatState';

export function enqueueOutbox(state: ChatState, entry: OutboxEntry): ChatState {
  return { ...state, outbox: [...state.outbox, entry] };
}

export function stepOutbox(
  state: ChatState,
  message: string,
  step: OutboxStep,
  reason: string | null = null,
): ChatState {
  return {
    ...state,
    outbox: state.outbox.map((entry) => (entry.message === message ? { ...entry, step, reason } : entry)),
  };
}

export function discardOutbox(state: ChatState, message: string): ChatState {
  return { ...state, outbox: state.outbox.filter((entry) => entry.message !== message) };
}
