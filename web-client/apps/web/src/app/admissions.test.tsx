import { BOB, summaryAt, timeOf } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();
const GROUP = '00000000-0000-7000-8000-0000000000e1';
const CAROL = '00000000-0000-7000-8000-00000000000c';
const DAN = '00000000-0000-7000-8000-00000000000d';
const person = (user: string, username: string, displayName: string) => ({
  user,
  username,
  displayName,
  online: false,
  lastSeen: null,
  asOf: 1,
});
const bob = person(BOB, 'bob', 'Bob Brown');
const at = timeOf(1);

const tea = () => ({
  ...summaryAt(1),
  conversation: GROUP,
  kind: 'group' as const,
  name: 'Tea party',
  roles: [{ member: summaryAt(1).members[0]?.user ?? '', role: 'owner' as const }],
  lastMessage: null,
});

const invitation = {
  conversation: GROUP,
  name: 'Tea party',
  about: 'At five',
  members: 12,
  invitedBy: bob,
  at,
};

const sought = (position: number, who: string, by: string) => ({
  type: 'event' as const,
  stream: `admission/${GROUP}/${who}`,
  sequence: position,
  position,
  at,
  name: 'admission.sought.v1',
  data: { conversation: GROUP, person: who, by, told: [], content: {} },
  cursor: `c${position}`,
});

test('an invitation appears as it comes, with a badge, and is accepted or declined', async () => {
  let items: object[] = [];
  stage.answering('GET', /me\/admissions$/, () => ({ items }));
  const socket = await stage.enter('#/');
  await screen.findByRole('button', { name: /People/ });
  expect(screen.queryByRole('button', { name: /Invitations/ })).toBeNull();
  items = [invitation];
  act(() => socket.says(sought(9, summaryAt(1).members[0]?.user ?? '', BOB)));
  fireEvent.click(await screen.findByRole('button', { name: 'Invitations, 1 group' }));
  const dialog = await screen.findByRole('dialog', { name: 'Invitations' });
  await within(dialog).findByText(/Invited by Bob Brown/);
  await stage.expectAccessible();
  stage.answering('DELETE', new RegExp(`me/admissions/${GROUP}$`), () => {
    items = [];
    return { conversation: GROUP, position: 10 };
  });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Decline, Tea party' }));
  await within(dialog).findByText('Nothing waits for your answer.');
});

test('who accepts an invitation comes into the group', async () => {
  stage.answering('GET', /me\/admissions$/, () => ({ items: [invitation] }));
  stage.answering('PUT', new RegExp(`me/admissions/${GROUP}$`), () => ({
    conversation: GROUP,
    position: 10,
  }));
  stage.answering('GET', new RegExp(`conversations/${GROUP}$`), tea);
  await stage.enter('#/');
  fireEvent.click(await screen.findByRole('button', { name: 'Invitations, 1 group' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Accept, Tea party' }));
  await waitFor(() => expect(window.location.hash).toBe(`#/c/${GROUP}`));
  await waitFor(() => expect(screen.queryByRole('button', { name: /Invitations/ })).toBeNull());
});

test('who leads a group sees who asks to join as they ask, and lets them in or does not', async () => {
  let items: object[] = [];
  stage.answering('GET', /conversations\?/, () => ({ items: [tea()], next: null }));
  stage.answering('GET', /messages\?before=/, () => ({ items: [], next: null }));
  stage.answering('GET', new RegExp(`conversations/${GROUP}/admissions$`), () => ({ items }));
  const socket = await stage.enter(`#/c/${GROUP}`);
  await screen.findByRole('textbox', { name: 'Message' });
  expect(screen.queryByRole('button', { name: /Requests and invitations/ })).toBeNull();
  const carol = { person: person(CAROL, 'carol', 'Carol Clark'), line: 'From the harbour', at };
  const dan = { person: person(DAN, 'dan', 'Dan Dale'), invitedBy: BOB, at };
  items = [carol, dan];
  act(() => socket.says(sought(9, CAROL, CAROL)));
  fireEvent.click(await screen.findByRole('button', { name: 'Requests and invitations, 1 person asks' }));
  const dialog = await screen.findByRole('dialog', { name: 'Requests and invitations' });
  await within(dialog).findByText('From the harbour');
  await stage.expectAccessible();
  stage.answering('PUT', new RegExp(`admissions/${CAROL}$`), () => {
    items = [dan];
    return { conversation: GROUP, position: 10 };
  });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Let Carol Clark in' }));
  await waitFor(() => expect(within(dialog).queryByText('Carol Clark')).toBeNull());
  stage.answering('DELETE', new RegExp(`admissions/${DAN}$`), () => {
    items = [];
    return { conversation: GROUP, position: 11 };
  });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Take back the invitation of Dan Dale' }));
  await within(dialog).findByText('Nobody waits for an answer.');
});
