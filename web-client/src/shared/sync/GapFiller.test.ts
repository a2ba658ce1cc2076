import { expect, test, vi } from 'vitest';
import { createStore } from 'zustand';
import type { EventView } from '@/shared/contract/types';
import { applyEvent } from '@/shared/conversation/applyEvent';
import { applySummary } from '@/shared/conversation/applySummary';
import { type ChatState, emptyChat } from '@/shared/conversation/ChatState';
import { missingRange } from '@/shared/conversation/missingRange';
import { ALICE, eventAt, summaryAt, TALK } from '@/shared/testing/log';
import { GapFiller } from './GapFiller';

test('what happened in a group while one was not in it is counted and not waited for', async () => {
  const store = createStore<ChatState>()(() => emptyChat(ALICE));
  const group = applySummary(emptyChat(ALICE), { ...summaryAt(2), kind: 'group', name: 'Tea party' });
  store.setState(applyEvent(group, eventAt(9)), true);
  const running: Promise<void>[] = [];
  const retries = { run: (_: string, work: () => Promise<void>) => void running.push(work()) };
  const fetchEvents = vi.fn(
    (_: string, from: number): Promise<EventView[]> => Promise.resolve([eventAt(from)]),
  );

  new GapFiller(store, retries, fetchEvents).fill(TALK);
  await Promise.all(running);

  const held = store.getState().conversations[TALK];
  expect(fetchEvents).toHaveBeenCalledExactlyOnceWith(TALK, 3, 8);
  expect(held && missingRange(held)).toBeNull();
  expect(held).toMatchObject({ sequence: 9, name: 'Tea party' });
});
