import { BOB, eventAt, TALK, timeOf } from '@parley/client/testing/log';
import { problemBody } from '@parley/client/testing/problemBody';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

test('a stranger finds the sign-in form', async () => {
  stage.signedIn = false;
  stage.open('#/');
  await screen.findByRole('button', { name: 'Sign in' });
  await stage.expectAccessible();
});

test('who signs in without a name or password is told what is missing, and nobody is asked', async () => {
  stage.signedIn = false;
  stage.open('#/');
  const button = await screen.findByRole('button', { name: 'Sign in' });
  const asked = vi.fn();
  vi.stubGlobal('fetch', asked);
  fireEvent.click(button);
  await waitFor(() => expect(screen.getAllByText('Fill this in.')).toHaveLength(2));
  expect(document.activeElement).toBe(screen.getByLabelText('Username'));
  expect(asked).not.toHaveBeenCalled();
  await stage.expectAccessible();
});

test('a stranger can sign up, with a name for each field', async () => {
  stage.signedIn = false;
  stage.open('#/sign-up');
  await screen.findByRole('button', { name: 'Create account' });
  for (const name of ['Username', 'Display name', 'E-mail', 'Phone (optional)', 'Password'])
    screen.getByLabelText(name);
  await stage.expectAccessible();
});

test('where someone is signed in, sign-up tells of the private window', async () => {
  stage.open('#/sign-up');
  await screen.findByText(/open a private window/);
  await stage.expectAccessible();
});

test('the list names each conversation with what is unread in it, and the title counts it', async () => {
  const socket = await stage.enter('#/');
  await screen.findByRole('link', { name: /Bob Brown/ });
  act(() => socket.says(eventAt(1)));
  await screen.findByRole('link', { name: /Bob Brown.*text 1.*1 unread/ });
  expect(document.title).toBe('(1) Parley');
  await stage.expectAccessible();
});

test('an open conversation says who types and is told where this person looks', async () => {
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => socket.says({ type: 'typing', conversation: TALK, user: BOB, on: true }));
  await screen.findByText('Bob Brown is typing…');
  await stage.expectAccessible();
});

test('a lost connection is said, with a way not to wait', async () => {
  const socket = await stage.enter('#/');
  const connection = await screen.findByRole('status', { name: 'Connection' });
  await waitFor(() => expect(connection.textContent).toBe('Connected'));
  act(() => socket.drops());
  screen.getByRole('button', { name: 'Try now' });
  expect(screen.getByRole('status', { name: 'Connection' }).textContent).toBe(
    'Connection lost. Reconnecting',
  );
  await stage.expectAccessible();
});

test('a session ended elsewhere leads to the sign-in form with a notice', async () => {
  const socket = await stage.enter('#/');
  act(() => socket.drops(4001));
  await screen.findByText('Your session has ended. Sign in again to go on.');
});

test('the sessions of this person are listed', async () => {
  stage.open('#/sessions');
  await screen.findByText('Chrome on Linux');
  await stage.expectAccessible();
});

test('all other sessions are ended at once, after a question', async () => {
  let ended = false;
  const here = {
    session: 's',
    device: 'Chrome on Linux',
    createdAt: timeOf(0),
    lastUsedAt: timeOf(0),
    current: true,
  };
  const phone = { ...here, session: 'p', device: 'Chrome on Android', current: false };
  stage.answering('GET', /sessions$/, () => ({ items: ended ? [here] : [here, phone], next: null }));
  stage.answering('DELETE', /sessions\/others$/, () => {
    ended = true;
    return new Response(null, { status: 204 });
  });
  stage.open('#/sessions');
  fireEvent.click(await screen.findByRole('button', { name: 'End all others…' }));
  const question = within(await screen.findByRole('alertdialog', { name: 'End all other sessions?' }));
  await stage.expectAccessible();
  fireEvent.click(question.getByRole('button', { name: 'End all others' }));
  await waitFor(() => expect(screen.queryByText('Chrome on Android')).toBeNull());
  expect(screen.queryByRole('button', { name: 'End all others…' })).toBeNull();
});

test('a sign-in on another device is told, and leads to the sessions', async () => {
  const socket = await stage.enter('#/');
  await screen.findByRole('navigation', { name: 'Conversations' });
  act(() => socket.says({ type: 'signed-in', session: 'p', device: 'Chrome on Android' }));
  await screen.findByText('You signed in on another device: Chrome on Android.');
  fireEvent.click(screen.getByRole('button', { name: 'Look' }));
  await screen.findByRole('heading', { name: 'Your sessions' });
});

test('what the server refuses is said at the field until it is changed, and the form can be sent again', async () => {
  stage.signedIn = false;
  const errors = [
    {
      field: 'password',
      code: 'password_weak',
      detail: 'Choose a password of 10 to 128 characters that is not easily guessed.',
    },
  ];
  const refusal = {
    ...problemBody(
      422,
      'password_weak',
      'Choose a password of 10 to 128 characters that is not easily guessed.',
    ),
    errors,
  };
  stage.open('#/sign-up');
  const password = await screen.findByLabelText('Password');
  const sent = vi.fn(async () => new Response(JSON.stringify(refusal), { status: 422 }));
  vi.stubGlobal('fetch', sent);
  fireEvent.click(screen.getByRole('button', { name: 'Create account' }));
  await screen.findByText('Choose a password of 10 to 128 characters that is not easily guessed.');
  expect(password.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(password);
  await stage.expectAccessible();
  fireEvent.input(password, { target: { value: 'a much longer one' } });
  expect(
    screen.queryByText('Choose a password of 10 to 128 characters that is not easily guessed.'),
  ).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Create account' }));
  await screen.findByText('Choose a password of 10 to 128 characters that is not easily guessed.');
  expect(sent).toHaveBeenCalledTimes(2);
});

test('what is refused of a field that a form does not have is said above it', async () => {
  stage.signedIn = false;
  const refusal = {
    ...problemBody(400, 'malformed', ''),
    errors: [{ field: 'device', code: 'malformed', detail: '' }],
  };
  stage.open('#/sign-up');
  await screen.findByRole('button', { name: 'Create account' });
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify(refusal), { status: 400 })),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Create account' }));
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
});
