import { uuidv7 } from '../text/uuidv7';
import type { ChatState, OutboxEntry, OutboxFile, OutboxStep } from './ChatState';

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
  return changed(state, message, ({ replyTo, files, ...entry }) => ({
    ...entry,
    ...(files ? { files: files.map((file) => (isLost(entry) ? uploadedAnew(file) : file)) } : {}),
    ...(replyTo && entry.reason !== 'origin_gone' ? { replyTo } : {}),
    step: 'queued',
    reason: null,
    failedAfter: null,
  }));
}

/** An upload that was refused, or expired meanwhile, cannot be used any more. */
function isLost({ reason }: Pick<OutboxEntry, 'reason'>): boolean {
  return /^(upload|file|picture)_/.test(reason ?? '');
}

function uploadedAnew(file: OutboxFile): OutboxFile {
  return { ...file, upload: uuidv7(), ready: false };
}

/** One of its files came further, or is sent as another. */
export function changeFile(
  state: ChatState,
  message: string,
  upload: string,
  change: (file: OutboxFile) => OutboxFile,
): ChatState {
  return changed(state, message, (entry) => ({
    ...entry,
    files: (entry.files ?? []).map((file) => (file.upload === upload ? change(file) : file)),
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
