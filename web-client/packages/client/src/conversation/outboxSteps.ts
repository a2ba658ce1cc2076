import type { ChatState, OutboxEntry, OutboxStep } from './ChatState';

/** Adds an entry at its place; one that is there already stays. */
export function enqueueOutbox(state: ChatState, entry: OutboxEntry): ChatState {
  if (state.outbox.some(({ message }) => message === entry.message)) return state;
  return { ...state, outbox: [...state.outbox, entry].sort((a, b) => a.place - b.place) };
}

export function stepOutbox(
  state: ChatState,
  message: string,
  step: Exclude<OutboxStep, 'failed'>,
): ChatState {
  return changed(state, message, (entry) => ({ ...entry, step, reason: null, failedAfter: null }));
}

/** To be sent once more. If what it answers has gone, it goes alone: what was written is not to be lost with that. */
export function requeueOutbox(state: ChatState, message: string): ChatState {
  return changed(state, message, ({ replyTo, ...entry }) => ({
    ...entry,
    ...(replyTo && entry.reason !== 'origin_gone' ? { replyTo } : {}),
    step: 'queued',
    reason: null,
    failedAfter: null,
  }));
}

/** It stays where it is while others write on. */
export function failOutbox(state: ChatState, message: string, reason: string): ChatState {
  return changed(state, message, (entry) => {
    const failedAfter = state.conversations[entry.conversation]?.lastNumber ?? 0;
    return { ...entry, step: 'failed', reason, failedAfter };
  });
}

function changed(state: ChatState, message: string, change: (entry: OutboxEntry) => OutboxEntry): ChatState {
  return {
    ...state,
    outbox: state.outbox.map((entry) => (entry.message === message ? change(entry) : entry)),
  };
}

export function discardOutbox(state: ChatState, message: string): ChatState {
  return { ...state, outbox: state.outbox.filter((entry) => entry.message !== message) };
}
