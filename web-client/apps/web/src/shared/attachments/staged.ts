import type { OutboxFile } from '@parley/client/conversation/ChatState';
import { create } from 'zustand';

/** A message takes so many files. */
export const MOST_FILES = 10;

const NONE: readonly OutboxFile[] = [];

/** By conversation: the files that are chosen for the message being written. */
export const staged = create<Readonly<Record<string, readonly OutboxFile[]>>>(() => ({}));

export function stagedFor(conversation: string): readonly OutboxFile[] {
  return staged.getState()[conversation] ?? NONE;
}

export function useStaged(conversation: string): readonly OutboxFile[] {
  return staged((state) => state[conversation] ?? NONE);
}

export function stage(conversation: string, files: readonly OutboxFile[]): void {
  staged.setState({ [conversation]: files.slice(0, MOST_FILES) });
}
