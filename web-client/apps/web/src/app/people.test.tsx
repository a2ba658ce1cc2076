import { ALICE, BOB, summaryAt, TALK, timeOf } from '@parley/client/testing/log';
import type { PersonProfile } from '@parley/protocol/types';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();
const GROUP = '00000000-0000-7000-8000-0000000000d1';

const bob: PersonProfile = {
  user: BOB,
  username: 'bob',
  displayName: 'Bob Brown',
  about: 'Carpenter',
  joinedAt: '2026-01-05T09:00:00Z',
  online: false,
  lastSeen: null,
  asOf: 3,
};

test('whoever is called nearly as somebody one knows is shown with their username, and warned of', async () => {
  const rob = '00000000-0000-7000-8000-0000000000bb';
  const other = summaryAt(0);
  stage.answering('GET', /users\/b0b$/, () => ({
    ...bob,
    user: rob,
    username: 'b0b',
    displayName: 'В0b Brown',
  }));
  stage.answering('GET', /conversations\?/, () => ({
    items: [
      summaryAt(0),
      {
        ...other,
        conversation: GROUP,
        members: other.members.map((each) =>
          each.user === BOB ? { ...each, user: rob, username: 'b0b', displayName: 'В0b Brown' } : each,
        ),
        watermarks: [],
      },
    ],
    next: null,
  }));
  await stage.enter(`#/c/${GROUP}`);
  const list = within(await screen.findByRole('navigation', { name: 'Conversations' }));
  await list.findByText('@b0b');
  fireEvent.click(await screen.findByRole('button', { name: /В0b Brown @b0b/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'В0b Brown' }));
  await dialog.findByText(/This is @b0b, and not Bob Brown \(@bob\)/);
  await stage.expectAccessible();
});

test('the name above a conversation opens the profile, which follows what the person changes and leads on', async () => {
  let profile = bob;
  stage.answering('GET', /users\/bob$/, () => profile);
  stage.answering('GET', /users\/robert$/, () => profile);
  stage.answering('GET', /conversations\?/, () => ({
    items: [summaryAt(0), { ...summaryAt(0), conversation: GROUP, kind: 'group', name: 'Garden' }],
    next: null,
  }));
  stage.answering('POST', /conversations\/direct$/, () => ({ conversation: TALK, position: 1 }));
  const socket = await stage.enter(`#/c/${TALK}`);
  fireEvent.click(await screen.findByRole('button', { name: /Bob Brown @bob/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Bob Brown' }));
  await dialog.findByText('Carpenter');
  dialog.getByText('On Parley since January 5, 2026');
  expect(dialog.getByRole('link', { name: /Garden/ }).getAttribute('href')).toBe(`#/c/${GROUP}`);
  await stage.expectAccessible();

  profile = { ...bob, username: 'robert', displayName: 'Robert', about: 'Carpenter, retired', asOf: 12 };
  act(() =>
    socket.says({
      type: 'event',
      stream: `account/${BOB}`,
      sequence: 1,
      position: 12,
      at: timeOf(1),
      name: 'account.profile-changed.v1',
      data: {
        account: BOB,
        content: { username: 'robert', displayName: 'Robert', about: 'Carpenter, retired' },
      },
      cursor: 'k12',
    }),
  );
  await dialog.findByText('Carpenter, retired');
  dialog.getByText('@robert');
  fireEvent.click(dialog.getByRole('button', { name: 'Message' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(window.location.hash).toBe(`#/c/${TALK}`);
});

test('nobody’s profile is opened from one’s own messages, and there is none of a deleted account', async () => {
  stage.answering('GET', /conversations\?/, () => {
    const summary = summaryAt(0);
    const members = summary.members.map((each) =>
      each.user === ALICE ? each : { ...each, username: null, displayName: null, erased: true },
    );
    return { items: [{ ...summary, members }], next: null };
  });
  await stage.enter(`#/c/${TALK}`);
  const heading = await screen.findByRole('heading', { name: 'Deleted account' });
  expect(within(heading).queryByRole('button')).toBeNull();
});
