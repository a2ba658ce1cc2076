import { ALICE, eventAt, summaryAt, TALK, timeOf } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();
const OTHER = '00000000-0000-7000-8000-0000000000c2';

const NOTHING = { pinned: false, archived: false, favourite: false, unread: false };

/** A server with two conversations that remembers how they are arranged. Bob's is the newer. */
function arranging() {
  const asked: [string, unknown][] = [];
  const held: Record<string, object> = {};
  let position = 50;
  stage.answering('GET', /conversations\?/, () => ({
    items: [
      summaryAt(0),
      {
        ...summaryAt(0),
        conversation: OTHER,
        kind: 'group',
        name: 'Gardeners',
        startedAt: '2026-01-04T09:00:00Z',
      },
    ],
    next: null,
  }));
  for (const id of [TALK, OTHER])
    stage.answering('PATCH', new RegExp(`${id}/arrangement$`), (body) => {
      const change = JSON.parse(body ?? '{}');
      asked.push([id, change]);
      const now = { ...NOTHING, ...held[id], ...change };
      held[id] = now;
      const { mutedUntil, ...marks } = now;
      const isMuted = mutedUntil !== undefined && Date.parse(mutedUntil) > Date.now();
      return { ...marks, ...(isMuted ? { mutedUntil } : {}), position: ++position };
    });
  return asked;
}

const list = () => screen.getByRole('navigation', { name: 'Conversations' });
const names = () =>
  within(list())
    .getAllByRole('link')
    .map(({ textContent }) => (textContent?.includes('Gardeners') ? 'Gardeners' : 'Bob'));

async function choose(name: string, entry: string | RegExp) {
  fireEvent.click(await screen.findByRole('button', { name: `Options for ${name}` }));
  fireEvent.click(await screen.findByRole('menuitem', { name: entry }));
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
}

test('a conversation is pinned from its menu and stands above newer ones; so it does where another device pins it', async () => {
  const asked = arranging();
  const socket = await stage.enter('#/');
  await screen.findByRole('link', { name: /Gardeners/ });
  expect(names()).toEqual(['Bob', 'Gardeners']);
  await choose('Gardeners', 'Pin to the top');
  expect(names()).toEqual(['Gardeners', 'Bob']);
  await screen.findByRole('link', { name: /pinned/ });
  expect(asked).toEqual([[OTHER, { pinned: true }]]);
  act(() => socket.says(eventAt(1)));
  expect(names()).toEqual(['Gardeners', 'Bob']);

  act(() =>
    socket.says({
      type: 'event',
      stream: `arrangement/${OTHER}/${ALICE}`,
      sequence: 1,
      position: 90,
      at: timeOf(1),
      name: 'arrangement.changed.v1',
      data: { conversation: OTHER, member: ALICE, arrangement: { ...NOTHING, favourite: true } },
      cursor: 'k90',
    }),
  );
  expect(names()).toEqual(['Bob', 'Gardeners']);
  fireEvent.click(await within(list()).findByRole('button', { name: 'Favourites' }));
  expect(names()).toEqual(['Gardeners']);
  fireEvent.click(await within(list()).findByRole('button', { name: 'Groups' }));
  expect(names()).toEqual(['Gardeners']);
  fireEvent.click(await within(list()).findByRole('button', { name: 'Unread' }));
  expect(names()).toEqual(['Bob']);
  await stage.expectAccessible();
});

test('what is said in a muted conversation is counted beside it and not in the title', async () => {
  const asked = arranging();
  const socket = await stage.enter('#/');
  await screen.findByRole('link', { name: /Gardeners/ });
  act(() => socket.says(eventAt(1)));
  await waitFor(() => expect(document.title).toContain('1'));
  await choose('Bob Brown', 'Until I turn it back on');
  await waitFor(() => expect(document.title).toBe('Parley'));
  expect(asked).toEqual([[TALK, { mutedUntil: '9999-12-31T23:59:59Z' }]]);
  await screen.findByRole('link', { name: /muted.*1 unread/ });
  await choose('Bob Brown', 'Unmute');
  await waitFor(() => expect(document.title).toContain('1'));
  expect(screen.queryByRole('link', { name: /muted/ })).toBeNull();
});

test('what is put away is found in the archive, and comes back at once where it was a mistake', async () => {
  arranging();
  await stage.enter('#/');
  await screen.findByRole('link', { name: /Gardeners/ });
  expect(screen.queryByRole('button', { name: /Archive \(/ })).toBeNull();
  await choose('Gardeners', 'Archive');
  expect(names()).toEqual(['Bob']);
  fireEvent.click(await screen.findByRole('button', { name: 'Archive (1)' }));
  expect(names()).toEqual(['Gardeners']);
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('There is nothing here.');
  fireEvent.click(await screen.findByRole('button', { name: 'All' }));
  expect(names()).toEqual(['Bob', 'Gardeners']);
  await stage.expectAccessible();
});

test('a conversation marked as unread stays so until it is opened again, whatever was read of it', async () => {
  const asked = arranging();
  await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  fireEvent.click(await screen.findByRole('button', { name: 'Options for this conversation' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Mark as unread' }));
  await screen.findByRole('link', { name: /marked as unread/ });
  await waitFor(() => expect(window.location.hash).not.toContain(TALK));
  expect(document.title).toContain('1');
  expect(asked).toEqual([[TALK, { unread: true }]]);
  act(() => {
    window.location.hash = `#/c/${TALK}`;
  });
  await waitFor(() => expect(screen.queryByRole('link', { name: /marked as unread/ })).toBeNull());
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]).toEqual([TALK, { unread: false }]);
});

test('everything is marked as read with one button, by hand or not', async () => {
  const asked = arranging();
  const socket = await stage.enter('#/');
  await screen.findByRole('link', { name: /Gardeners/ });
  act(() => socket.says(eventAt(1)));
  await choose('Gardeners', 'Mark as unread');
  await waitFor(() => expect(document.title).toContain('2'));
  fireEvent.click(await screen.findByRole('button', { name: 'Mark all as read' }));
  await waitFor(() => expect(asked.at(-1)).toEqual([OTHER, { unread: false }]));
  await waitFor(() => expect(socket.sentOf('received')).toHaveLength(1));
  act(() => socket.says({ type: 'ack', ref: socket.sentOf('received')[0]?.id ?? '', position: 9 }));
  await waitFor(() => expect(socket.sentOf('read')[0]?.upTo).toEqual({ [TALK]: 1 }));
});

test('somebody chooses of what in a conversation they are told; what they want no news of is in no title', async () => {
  const asked = arranging();
  const socket = await stage.enter('#/');
  await screen.findByRole('link', { name: /Gardeners/ });
  act(() => socket.says(eventAt(1)));
  await waitFor(() => expect(document.title).toContain('1'));
  fireEvent.click(await screen.findByRole('button', { name: 'Options for Bob Brown' }));
  const all = await screen.findByRole('menuitemradio', { name: 'All messages' });
  expect(all.getAttribute('aria-checked')).toBe('true');
  fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Mentions' }));
  await waitFor(() => expect(document.title).toBe('Parley'));
  expect(asked).toEqual([[TALK, { news: 'mentions' }]]);
});
