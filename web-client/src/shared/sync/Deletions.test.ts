import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { applyEvent } from '@/shared/conversation/applyEvent';
import type { ChatState, Message } from '@/shared/conversation/ChatState';
import { FrameRefused } from '@/shared/gateway/FrameRefused';
import type { AckFrame, RequestFrame } from '@/shared/gateway/frames';
import { ALICE, deletedAckAt, eventAt, stateAt, TALK } from '@/shared/testing/log';
import type { ChatStore } from './ChatStore';
import { Deletions } from './Deletions';
import { Retries } from './Retries';
import { forgetTab, loadDeletions, saveDeletions } from './tabStorage';

const ack = deletedAckAt(3, 'c');
const request = vi.fn<(frame: RequestFrame) => Promise<AckFrame>>();
const gateway = { ready: true, request };
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
let store: ChatStore;
let retries: Retries;
let deletions: Deletions;

const mine = (): Message => {
  const message = store.getState().conversations[TALK]?.messages[1];
  if (!message) throw new Error('The message is not there.');
  return message;
};
const waiting = () => store.getState().deletions;

beforeEach(() => {
  vi.useFakeTimers();
  gateway.ready = true;
  request.mockReset().mockResolvedValue(ack);
  store = createStore<ChatState>(() => [eventAt(1), eventAt(2)].reduce(applyEvent, stateAt(0)));
  retries = new Retries();
  deletions = new Deletions(store, gateway, retries);
});

afterEach(() => {
  retries.close();
  sessionStorage.clear();
  vi.useRealTimers();
});

test('a deletion names the message and where it was recorded, and takes its text once acknowledged', async () => {
  deletions.ask(TALK, mine());
  expect(mine().text).toBe('text 2');
  expect(request).toHaveBeenCalledWith({ type: 'delete', conversation: TALK, message: 'm2', sequence: 2 });
  await settle();
  expect(mine()).toMatchObject({ text: null, gone: 'deleted' });
  expect(waiting()).toEqual([]);
});

test('a deletion asked for without a connection waits for the next', async () => {
  gateway.ready = false;
  deletions.ask(TALK, mine());
  await settle(60_000);
  expect(request).not.toHaveBeenCalled();
  gateway.ready = true;
  deletions.flush();
  await settle();
  expect(mine().text).toBeNull();
});

test('a deletion whose connection went before the answer is sent again on the next, and recorded once', async () => {
  request.mockRejectedValueOnce(FrameRefused.disconnected());
  deletions.ask(TALK, mine());
  await settle();
  expect(waiting()).toMatchObject([{ message: 'm2', reason: null }]);
  deletions.flush();
  await settle();
  expect(request).toHaveBeenCalledTimes(2);
  expect(waiting()).toEqual([]);
});

test('a deletion refused for a moment is tried again', async () => {
  request.mockRejectedValueOnce(new FrameRefused('unavailable', 'Not now.', true));
  deletions.ask(TALK, mine());
  await settle(2_000);
  expect(request).toHaveBeenCalledTimes(2);
  expect(mine().text).toBeNull();
});

test('a deletion refused for good says why, leaves the text, and can be tried again or left', async () => {
  request.mockRejectedValue(new FrameRefused('legal_hold', 'This is kept.', false));
  deletions.ask(TALK, mine());
  await settle();
  const [refused] = waiting();
  expect(refused).toMatchObject({ reason: 'This is kept.' });
  expect(mine().text).toBe('text 2');
  if (refused) deletions.retry(refused);
  await settle();
  expect(request).toHaveBeenCalledTimes(2);
  if (refused) deletions.discard(refused);
  expect(waiting()).toEqual([]);
});

test('what waits is kept in the tab without any text, and is gone from it with the account', async () => {
  gateway.ready = false;
  deletions.ask(TALK, mine());
  saveDeletions(ALICE, waiting());
  expect(loadDeletions(ALICE)).toEqual(waiting());
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('text 2');
  forgetTab(ALICE);
  expect(sessionStorage).toHaveLength(0);
});
