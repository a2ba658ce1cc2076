import { BOB, TALK } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();
const CAROL = '00000000-0000-4000-8000-00000000000c';
const person = (user: string, username: string, displayName: string) => ({
  user,
  username,
  displayName,
  online: false,
  lastSeen: null,
  asOf: 1,
});
const bob = person(BOB, 'bob', 'Bob Brown');
const carol = person(CAROL, 'carol', 'Carol Clark');
const asked = (who: typeof bob, line: string | null) => ({ person: who, line, at: '2026-01-01T00:00:00Z' });

interface Lists {
  friends: unknown[];
  incoming: unknown[];
  outgoing: unknown[];
}

function answering(lists: Lists): { lists: Lists; requests: string[] } {
  const server: { lists: Lists; requests: string[] } = { lists, requests: [] };
  stage.answering('GET', /me\/friends$/, () => server.lists);
  const change = (method: string, path: string, next: Lists) =>
    stage.answering(method, new RegExp(`/me/${path}$`), (body) => {
      server.requests.push(`${method} ${path} ${body ?? ''}`.trim());
      server.lists = next;
      return { position: 9 };
    });
  const none = { friends: [], incoming: [], outgoing: [] };
  change('PUT', `friend-requests/${BOB}`, { ...none, outgoing: [asked(bob, 'we met')] });
  change('DELETE', `friend-requests/${BOB}`, none);
  change('PUT', `friends/${CAROL}`, { ...none, friends: [carol] });
  change('DELETE', `friends/${CAROL}/request`, none);
  change('DELETE', `friends/${CAROL}`, none);
  stage.answering('GET', /users\/(bob|carol)$/, () => ({ ...bob, about: null, joinedAt: null }));
  return server;
}

test('requests wait in a list, with a badge, and are accepted; a friend is removed after a question', async () => {
  const server = answering({ friends: [], incoming: [asked(carol, 'we met')], outgoing: [] });
  await stage.enter('#/people');
  await screen.findByRole('button', { name: 'People, one request' });
  const requests = within(await screen.findByRole('region', { name: 'They ask to be friends' }));
  requests.getByText('we met');
  await stage.expectAccessible();
  fireEvent.click(requests.getByRole('button', { name: 'Accept the request of Carol Clark' }));
  const friends = within(await screen.findByRole('region', { name: 'Friends' }));
  fireEvent.click(await friends.findByRole('button', { name: 'Remove Carol Clark as a friend…' }));
  expect(screen.queryByRole('region', { name: 'They ask to be friends' })).toBeNull();
  const question = within(
    await screen.findByRole('alertdialog', { name: 'No longer be friends with Carol Clark?' }),
  );
  await stage.expectAccessible();
  fireEvent.click(question.getByRole('button', { name: 'Remove friend' }));
  await screen.findByText('Nobody yet. Find people above and ask them.');
  expect(server.requests).toEqual([`PUT friends/${CAROL}`, `DELETE friends/${CAROL}`]);
});

test('a request is declined', async () => {
  const server = answering({ friends: [], incoming: [asked(carol, null)], outgoing: [] });
  await stage.enter('#/people');
  fireEvent.click(await screen.findByRole('button', { name: 'Decline the request of Carol Clark' }));
  await waitFor(() => expect(screen.queryByText('Carol Clark')).toBeNull());
  expect(server.requests).toEqual([`DELETE friends/${CAROL}/request`]);
});

test('someone is asked in their profile with a line, and that is taken back', async () => {
  const server = answering({ friends: [], incoming: [], outgoing: [] });
  await stage.enter(`#/c/${TALK}`);
  fireEvent.click(await screen.findByRole('button', { name: /Bob Brown @bob/ }));
  const profile = within(await screen.findByRole('dialog', { name: 'Bob Brown' }));
  fireEvent.click(await profile.findByRole('button', { name: 'Add friend…' }));
  const form = within(await screen.findByRole('dialog', { name: 'Ask Bob Brown to be friends' }));
  fireEvent.change(form.getByRole('textbox', { name: /A line with it/ }), { target: { value: 'we met' } });
  await stage.expectAccessible();
  fireEvent.click(form.getByRole('button', { name: 'Send request' }));
  fireEvent.click(await profile.findByRole('button', { name: 'Take request back' }));
  await profile.findByRole('button', { name: 'Add friend…' });
  expect(server.requests).toEqual([
    `PUT friend-requests/${BOB} {"line":"we met"}`,
    `DELETE friend-requests/${BOB}`,
  ]);
});

test('what happens on another device or at the other is shown at once', async () => {
  const server = answering({ friends: [], incoming: [], outgoing: [] });
  const socket = await stage.enter('#/people');
  await screen.findByText('Nobody yet. Find people above and ask them.');
  server.lists = { friends: [], incoming: [asked(carol, 'hello')], outgoing: [] };
  act(() =>
    socket.says({
      type: 'event',
      stream: `friendship/${TALK}`,
      sequence: 0,
      position: 7,
      at: '2026-01-01T00:00:00Z',
      name: 'friendship.requested.v1',
      data: { conversation: TALK, by: CAROL, other: BOB, content: { line: 'hello' } },
      cursor: 'c7',
    }),
  );
  await screen.findByText('hello');
  await screen.findByRole('button', { name: 'People, one request' });
});

test('people are found by name and shown with what can be done', async () => {
  answering({ friends: [], incoming: [], outgoing: [] });
  stage.answering('GET', /users\?/, () => ({ items: [carol], next: null }));
  await stage.enter('#/people');
  fireEvent.change(
    await screen
      .findByRole('searchbox', { name: /Find people/ })
      .catch(() => screen.findByLabelText(/Find people/)),
    {
      target: { value: 'car' },
    },
  );
  fireEvent.click(await screen.findByRole('option', { name: /Carol Clark/ }));
  const profile = within(await screen.findByRole('dialog', { name: 'Carol Clark' }));
  await profile.findByRole('button', { name: 'Add friend…' });
});
