import { BOB, eventAt, TALK } from '@parley/client/testing/log';
import { problemBody } from '@parley/client/testing/problemBody';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
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
