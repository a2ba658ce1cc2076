import { is } from '@parley/protocol/is';
import type { Deleted } from '@parley/protocol/types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Call, RequestOptions } from '../api/Http';
import { Problem } from '../api/Problem';
import { applyEvent } from '../conversation/applyEvent';
import type { ChatState, Message } from '../conversation/ChatState';
import { textOf } from '../conversation/content';
import { deletedAt, eventAt, messagesIn, stateAt, TALK } from '../testing/log';
import type { ChatStore } from './ChatStore';
import { PendingCommands } from './PendingCommands';
import { Retries } from './Retries';

const call = vi.fn<(name: string, path: string, options?: RequestOptions) => Promise<Deleted>>();
const answering: Call = async (name, path, options) => {
  const answer: unknown = await call(name, path, options);
  if (!is(name, answer)) throw new Error(`This is no ${name}.`);
  return answer;
};
const connection = { ready: true };
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
let store: ChatStore;
let retries: Retries;
let commands: PendingCommands;

const mine = (): Message => {
  const message = messagesIn(store.getState().conversations[TALK])[1];
  if (!message) throw new Error('The message is not there.');
  return message;
};
const waiting = () => store.getState().commands;
const keys = () => call.mock.calls.map(([, , options]) => options?.key);
const remove = () =>
  commands.ask('delete-message', { conversation: TALK, message: 'm2', number: 2, sequence: 2 });

beforeEach(() => {
  vi.useFakeTimers();
  connection.ready = true;
  call.mockReset().mockResolvedValue(deletedAt(3));
  store = createStore<ChatState>(() => [eventAt(1), eventAt(2)].reduce(applyEvent, stateAt(0)));
  retries = new Retries();
  commands = new PendingCommands(store, connection, retries, answering);
});

afterEach(() => {
  retries.close();
  vi.useRealTimers();
});

test('a deletion names the message and where it was recorded, and takes its text once answered', async () => {
  remove();
  expect(textOf(mine().content)).toBe('text 2');
  expect(call).toHaveBeenCalledWith('Deleted', `/conversations/${TALK}/messages/m2?sequence=2`, {
    method: 'DELETE',
    key: waiting()[0]?.key,
  });
  await settle();
  expect(mine()).toMatchObject({ content: { kind: 'gone', why: 'deleted' } });
  expect(waiting()).toEqual([]);
});

test('a command asked for without a connection waits for the next', async () => {
  connection.ready = false;
  remove();
  await settle(60_000);
  expect(call).not.toHaveBeenCalled();
  connection.ready = true;
  commands.flush();
  await settle();
  expect(textOf(mine().content)).toBeNull();
});

test('a command whose connection went before the answer is sent again on the next, under the same key', async () => {
  call.mockRejectedValueOnce(Problem.unreachable());
  remove();
  await settle();
  expect(waiting()).toMatchObject([{ subject: 'm2', reason: null }]);
  connection.ready = false;
  await settle(60_000);
  connection.ready = true;
  commands.flush();
  await settle();
  expect(keys()).toHaveLength(2);
  expect(new Set(keys()).size).toBe(1);
  expect(waiting()).toEqual([]);
});

test('a command refused for a moment is tried again, under the same key', async () => {
  call.mockRejectedValueOnce(new Problem(503, 'unavailable', 'Not now.', true));
  remove();
  await settle(2_000);
  expect(keys()).toHaveLength(2);
  expect(new Set(keys()).size).toBe(1);
  expect(textOf(mine().content)).toBeNull();
});

test('a command refused for good says why, changes nothing, and can be tried again or left', async () => {
  call.mockRejectedValue(new Problem(409, 'legal_hold', 'This is kept.', false));
  remove();
  await settle();
  const [refused] = waiting();
  expect(refused).toMatchObject({ reason: 'legal_hold' });
  expect(textOf(mine().content)).toBe('text 2');
  if (refused) commands.retry(refused);
  await settle();
  expect(call).toHaveBeenCalledTimes(2);
  if (refused) commands.discard(refused);
  expect(waiting()).toEqual([]);
});

test('a command waits while its session is over', async () => {
  call.mockRejectedValueOnce(new Problem(401, 'session_ended', 'Sign in again.', false));
  remove();
  await settle();
  expect(waiting()).toMatchObject([{ subject: 'm2', reason: null }]);
});

test('a command about the same again takes the place of the one before', async () => {
  connection.ready = false;
  remove();
  remove();
  expect(waiting()).toHaveLength(1);
  await settle();
  connection.ready = true;
  commands.flush();
  await settle();
  expect(call).toHaveBeenCalledOnce();
});
