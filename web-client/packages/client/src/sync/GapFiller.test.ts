import type { EventView } from '@parley/protocol/types';
import { expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { applyEvent } from '../conversation/applyEvent';
import { applySummary } from '../conversation/applySummary';
import { type ChatState, emptyChat } from '../conversation/ChatState';
import { missingRange } from '../conversation/missingRange';
import { ALICE, eventAt, summaryAt, TALK } from '../testing/log';
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
