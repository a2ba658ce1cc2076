import type { SignedIn } from '@parley/protocol/types';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Http } from '../api/Http';
import { MemoryStorage } from '../storage/MemoryStorage';
import { ALICE, BOB } from '../testing/log';
import { problemBody } from '../testing/problemBody';
import { Session } from './Session';

const signedIn: SignedIn = {
  user: ALICE,
  username: 'alice',
  session: 's',
  accessToken: 'a',
  expiresInSeconds: 300,
  refreshToken: 'r1',
};
const answer = vi.fn<(path: string, body: unknown) => Promise<Response>>();
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const unreachable = () => Promise.reject(new TypeError('fetch failed'));
let storage: MemoryStorage;

const open = () =>
  new Session({
    http: new Http('', (path, { body }) => answer(path, JSON.parse(String(body ?? 'null')))),
    storage,
    client: 'native',
    exclusively: (_, action) => action(),
  });
const keys = async () => [...(await storage.read('')).keys()];

beforeEach(() => {
  storage = new MemoryStorage();
  answer.mockReset().mockImplementation(async () => json(signedIn));
});

async function openAgain(): Promise<Session> {
  await open().begin(signedIn);
  await storage.write(
    new Map([
      [`${ALICE}/own/draft/c`, 'typed'],
      [`${ALICE}/read/place`, 'k'],
    ]),
  );
  return open();
}

describe('who was signed in', () => {
  test('is so again with the token that is kept, before the server answers', async () => {
    const session = await openAgain();
    let answered = (_: Response) => {};
    answer.mockImplementation(
      () =>
        new Promise((resolve) => {
          answered = resolve;
        }),
    );
    const restored = session.restore();
    await vi.waitFor(() => expect(answer).toHaveBeenCalledWith('/sessions/refresh', { refreshToken: 'r1' }));
    expect(session.identity).toMatchObject({ user: ALICE, accessToken: '' });
    answered(json({ ...signedIn, accessToken: 'b' }));
    await restored;
    expect(session.identity?.accessToken).toBe('b');
  });

  test('stays so without a connection', async () => {
    const session = await openAgain();
    answer.mockImplementation(unreachable);
    await session.restore();
    expect(session.identity?.user).toBe(ALICE);
  });

  test('is not once the session has ended: what others wrote is gone here, and their own words are kept', async () => {
    const session = await openAgain();
    answer.mockImplementation(async () => json(problemBody(401, 'refresh_invalid', 'Sign in again.'), 401));
    await session.restore();
    expect(session.store.getState()).toEqual({ phase: 'signed-out', notice: 'session-ended' });
    expect(await keys()).toEqual([`${ALICE}/own/draft/c`]);
  });

  test('leaves nothing for the next one', async () => {
    const session = await openAgain();
    await session.begin({ ...signedIn, user: BOB, username: 'bob' });
    expect(await keys()).toEqual(['session']);
  });
});

test('signing out leaves nothing here', async () => {
  const session = await openAgain();
  await session.restore();
  await session.signOut();
  expect(await keys()).toEqual([]);
  expect(session.store.getState()).toEqual({ phase: 'signed-out', notice: 'signed-out' });
});

test('deleting the account leaves nothing here, and tells how the rest can be followed', async () => {
  const session = await openAgain();
  await session.restore();
  const followed = vi.fn();
  answer.mockImplementation(async () => json({ erasure: 'e', position: 9 }));
  await session.erase('correct horse', followed);
  expect(followed).toHaveBeenCalledWith('e');
  expect(await keys()).toEqual([]);
});

test('where there is no sign of a session, nobody is asked', async () => {
  const session = new Session({
    http: new Http('', (path, { body }) => answer(path, body)),
    storage,
    client: 'browser',
    mayBeSignedIn: () => false,
    exclusively: (_, action) => action(),
  });
  await session.restore();
  expect(session.store.getState()).toEqual({ phase: 'signed-out', notice: null });
  expect(answer).not.toHaveBeenCalled();
});

test('where nobody was signed in and the server cannot be reached, that is said', async () => {
  answer.mockImplementation(unreachable);
  const session = open();
  await session.restore();
  expect(session.store.getState().phase).toBe('unreachable');
});
