import { ALICE, BOB, TALK, timeOf } from '@parley/client/testing/log';
import { problemBody } from '@parley/client/testing/problemBody';
import type { Me } from '@parley/protocol/types';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

const renamed = (account: string, username: string, displayName: string, position: number) =>
  ({
    type: 'event',
    stream: `account/${account}`,
    sequence: 1,
    position,
    at: timeOf(1),
    name: 'account.profile-changed.v1',
    data: { account, content: { username, displayName, about: null } },
    cursor: `k${position}`,
  }) as const;

async function openForm(name: string) {
  const socket = await stage.enter('#/account');
  fireEvent.click(await screen.findByRole('button', { name }));
  return { socket, form: within(await screen.findByRole('dialog', { name })) };
}

test('the profile is changed in a form; a refusal is said at its field, and what was changed is shown everywhere', async () => {
  const asked: (string | undefined)[] = [];
  const taken = {
    ...problemBody(409, 'username_taken', ''),
    errors: [{ field: 'username', code: 'username_taken', detail: '' }],
  };
  let answer: unknown = new Response(JSON.stringify(taken), { status: 409 });
  stage.answering('PUT', /me\/profile$/, (body) => {
    asked.push(body);
    return answer;
  });
  const { socket, form } = await openForm('Edit profile');
  fireEvent.input(form.getByLabelText('Display name'), { target: { value: ' Alicia ' } });
  fireEvent.input(form.getByLabelText('Username'), { target: { value: 'Bob' } });
  fireEvent.input(form.getByLabelText('About you (optional)'), { target: { value: 'New here' } });
  await stage.expectAccessible();
  fireEvent.click(form.getByRole('button', { name: 'Save' }));
  await form.findByText('This username is taken.');
  expect(document.activeElement).toBe(form.getByLabelText('Username'));
  await stage.expectAccessible();

  const me: Me = {
    user: ALICE,
    username: 'alicia',
    displayName: 'Alicia',
    about: 'New here',
    email: 'alice@example.org',
    phone: null,
    findable: 'by_name',
    writes: 'everyone',
    adds: 'everyone',
    visibility: {
      online: 'everyone',
      lastSeen: 'everyone',
      receipts: 'everyone',
      avatar: 'everyone',
      about: 'everyone',
    },
  };
  answer = { position: 12 };
  fireEvent.input(form.getByLabelText('Username'), { target: { value: 'alicia' } });
  fireEvent.click(form.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.map((body) => JSON.parse(body ?? ''))).toEqual([
    { username: 'bob', displayName: 'Alicia', about: 'New here' },
    { username: 'alicia', displayName: 'Alicia', about: 'New here' },
  ]);

  stage.answering('GET', /me$/, () => me);
  act(() => socket.says(renamed(ALICE, 'alicia', 'Alicia', 12)));
  await screen.findByText('New here');
  screen.getByText('@alicia');
});

test('the password is changed with the old one, and other devices are signed out unless that is not wished', async () => {
  const asked: string[] = [];
  const wrong = {
    ...problemBody(401, 'wrong_credentials', ''),
    errors: [{ field: 'oldPassword', code: 'wrong_credentials', detail: '' }],
  };
  stage.answering('PUT', /me\/password$/, (body) => {
    asked.push(body ?? '');
    return asked.length === 1
      ? new Response(JSON.stringify(wrong), { status: 401 })
      : new Response(null, { status: 204 });
  });
  const { form } = await openForm('Change password');
  fireEvent.input(form.getByLabelText('Old password'), { target: { value: 'not this' } });
  fireEvent.input(form.getByLabelText('New password'), { target: { value: 'another horse' } });
  await stage.expectAccessible();
  fireEvent.click(form.getByRole('button', { name: 'Save' }));
  await form.findByText('This is not your password.');
  expect(document.activeElement).toBe(form.getByLabelText('Old password'));
  fireEvent.input(form.getByLabelText('Old password'), { target: { value: 'correct horse' } });
  fireEvent.click(form.getByRole('checkbox', { name: 'Sign out all other devices' }));
  fireEvent.click(form.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.map((body) => JSON.parse(body))).toEqual([
    { oldPassword: 'not this', newPassword: 'another horse', endOtherSessions: true },
    { oldPassword: 'correct horse', newPassword: 'another horse', endOtherSessions: false },
  ]);
});

test('by what strangers find this person is chosen, and shown as it is until then', async () => {
  const asked: string[] = [];
  const me = {
    user: ALICE,
    username: 'alice',
    displayName: 'Alice Archer',
    about: null,
    email: 'alice@example.org',
    phone: null,
    findable: 'by_name',
    writes: 'everyone',
    adds: 'everyone',
    visibility: {
      online: 'everyone',
      lastSeen: 'everyone',
      receipts: 'everyone',
      avatar: 'everyone',
      about: 'everyone',
    },
  };
  stage.answering('GET', /me$/, () => me);
  stage.answering('PUT', /me\/privacy$/, (body) => {
    asked.push(body ?? '');
    me.findable = 'by_username';
    return { position: 12 };
  });
  await stage.enter('#/account');
  const choice = within(await screen.findByRole('radiogroup', { name: 'Strangers find you by' }));
  fireEvent.click(choice.getByRole('radio', { name: 'whole username' }));
  await waitFor(() => expect(asked).toEqual(['{"findable":"by_username"}']));
  await waitFor(() =>
    expect(choice.getByRole('radio', { name: 'whole username' })).toHaveProperty('checked', true),
  );
  await stage.expectAccessible();
});

test('whom this person shows what is chosen part by part, and the rest stays', async () => {
  const asked: unknown[] = [];
  stage.answering('PUT', /me\/privacy$/, (body) => {
    asked.push(JSON.parse(body ?? ''));
    return { position: 12 };
  });
  await stage.enter('#/account');
  const choice = within(await screen.findByRole('radiogroup', { name: 'Who sees what you have read' }));
  fireEvent.click(choice.getByRole('radio', { name: 'friends' }));
  await waitFor(() =>
    expect(asked).toEqual([
      {
        findable: 'by_name',
        visibility: {
          online: 'everyone',
          lastSeen: 'everyone',
          receipts: 'friends',
          avatar: 'everyone',
          about: 'everyone',
        },
      },
    ]),
  );
  await stage.expectAccessible();
});

test('a status with its end is set, shown, and told by others live', async () => {
  const asked: unknown[] = [];
  let status: unknown;
  stage.answering('GET', /me$/, () => ({
    user: ALICE,
    username: 'alice',
    displayName: 'Alice Archer',
    about: null,
    email: 'alice@example.org',
    phone: null,
    findable: 'by_name',
    writes: 'everyone',
    adds: 'everyone',
    visibility: {
      online: 'everyone',
      lastSeen: 'everyone',
      receipts: 'everyone',
      avatar: 'everyone',
      about: 'everyone',
    },
    ...(status ? { status } : {}),
  }));
  stage.answering('PUT', /me\/status$/, (body) => {
    status = JSON.parse(body ?? '');
    asked.push(status);
    return { position: 12 };
  });
  await stage.enter('#/account');
  fireEvent.click(await screen.findByRole('button', { name: 'Change status…' }));
  const form = within(await screen.findByRole('dialog', { name: 'Status' }));
  fireEvent.change(form.getByLabelText(/^What you are up to/), { target: { value: 'At the sea' } });
  fireEvent.click(
    within(form.getByRole('radiogroup', { name: 'Do not disturb' })).getByRole('radio', { name: '1 hour' }),
  );
  await stage.expectAccessible();
  fireEvent.click(form.getByRole('button', { name: 'Save' }));
  await screen.findByText('At the sea');
  screen.getByRole('img', { name: 'Does not want to be disturbed' });
  expect(asked).toEqual([{ line: 'At the sea', quietUntil: expect.any(String) }]);
});

test('what somebody is up to is shown with their conversation until it is over', async () => {
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('button', { name: /^Bob Brown @bob/ });
  const status = (position: number, content: object) =>
    act(() =>
      socket.says({
        type: 'event',
        stream: `account/${BOB}`,
        sequence: position,
        position,
        at: '2026-01-01T00:00:00Z',
        name: 'account.status-changed.v1',
        data: { account: BOB, content },
        cursor: `c${position}`,
      }),
    );
  status(12, { line: 'On a train', until: '2999-01-01T00:00:00Z' });
  await screen.findByText('On a train');
  status(13, { line: 'Back', until: '2020-01-01T00:00:00Z' });
  await waitFor(() => expect(screen.queryByText(/On a train|Back$/)).toBeNull());
});

test('who may write and who may add to groups is chosen', async () => {
  const asked: unknown[] = [];
  stage.answering('PUT', /me\/privacy$/, (body) => {
    asked.push(JSON.parse(body ?? ''));
    return { position: 12 };
  });
  await stage.enter('#/account');
  const writes = within(await screen.findByRole('radiogroup', { name: 'Who may write to you' }));
  fireEvent.click(writes.getByRole('radio', { name: 'friends' }));
  await waitFor(() => expect(asked).toEqual([{ findable: 'by_name', writes: 'friends' }]));
  const adds = within(screen.getByRole('radiogroup', { name: 'Who may add you to groups' }));
  fireEvent.click(adds.getByRole('radio', { name: 'nobody' }));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]).toEqual({ findable: 'by_name', adds: 'nobody' });
  await stage.expectAccessible();
});

test('somebody who changed their name is called by it at once', async () => {
  const socket = await stage.enter('#/');
  await screen.findByRole('link', { name: /Bob Brown/ });
  act(() => socket.says(renamed(BOB, 'robert', 'Robert Brown', 12)));
  await screen.findByRole('link', { name: /Robert Brown/ });
  act(() => socket.says(renamed(BOB, 'bobby', 'Bobby', 11)));
  await screen.findByRole('link', { name: /Robert Brown/ });
  expect(screen.queryByText(/Bobby/)).toBeNull();
});
