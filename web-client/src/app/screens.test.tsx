import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropSession } from '@/shared/session/sessionStore';
import { FakeSocket } from '@/shared/testing/FakeSocket';
import { ALICE, BOB, eventAt, summaryAt, TALK } from '@/shared/testing/log';
import { App } from './App';

let signedIn = true;
const sockets: FakeSocket[] = [];

const session = { user: ALICE, username: 'alice', session: 's', accessToken: 'a', expiresInSeconds: 300 };
const answers: [RegExp, unknown][] = [
  [/sessions\/refresh$/, session],
  [/socket-tickets$/, { ticket: 't', expiresInSeconds: 30 }],
  [/conversations\?/, { items: [summaryAt(0)], next: null }],
  [
    /sessions$/,
    { items: [{ session: 's', device: 'Chrome on Linux', createdAt: 0, lastUsedAt: 0, current: true }] },
  ],
  [
    /me$/,
    { user: ALICE, username: 'alice', displayName: 'Alice Archer', email: 'alice@example.org', phone: null },
  ],
];

beforeEach(() => {
  signedIn = true;
  sockets.length = 0;
  vi.stubGlobal('fetch', async (path: string) => {
    const found = answers.find(([pattern]) => pattern.test(path));
    if (!found || !signedIn) return new Response('{"code":"refresh_invalid"}', { status: 401 });
    return new Response(JSON.stringify(found[1]));
  });
  vi.stubGlobal(
    'WebSocket',
    class extends FakeSocket {
      constructor(_: URL, protocols: string[]) {
        super(protocols);
        sockets.push(this);
      }
    },
  );
});

afterEach(() => {
  cleanup();
  dropSession(null);
  vi.unstubAllGlobals();
});

async function open(hash: string): Promise<void> {
  window.location.hash = hash;
  render(<App />);
}

/** Contrast and layout need a real browser; names, roles and structure are checked here. */
async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

test('a stranger finds the sign-in form', async () => {
  signedIn = false;
  await open('#/');
  await screen.findByRole('button', { name: 'Sign in' });
  await expectAccessible();
});

test('a stranger can sign up, with a name for each field', async () => {
  signedIn = false;
  await open('#/sign-up');
  await screen.findByRole('button', { name: 'Create account' });
  for (const name of ['Username', 'Display name', 'E-mail', 'Phone (optional)', 'Password'])
    screen.getByLabelText(name);
  await expectAccessible();
});

test('where someone is signed in, sign-up tells of the private window', async () => {
  await open('#/sign-up');
  await screen.findByText(/open a private window/);
  await expectAccessible();
});

test('the list names each conversation with what is unread in it, and the title counts it', async () => {
  await open('#/');
  await vi.waitFor(() => expect(sockets).toHaveLength(1));
  act(() => sockets[0]?.greets());
  await screen.findByRole('link', { name: /Bob Brown/ });
  act(() => sockets[0]?.says(eventAt(1)));
  await screen.findByRole('link', { name: /Bob Brown.*text 1.*1 unread/ });
  expect(document.title).toBe('(1) Parley');
  await expectAccessible();
});

test('an open conversation says who types and is told where this person looks', async () => {
  await open(`#/c/${TALK}`);
  await vi.waitFor(() => expect(sockets).toHaveLength(1));
  act(() => sockets[0]?.greets());
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => sockets[0]?.says({ type: 'typing', conversation: TALK, user: BOB, on: true }));
  await screen.findByText('Bob Brown is typing…');
  await expectAccessible();
});

test('a lost connection is said, with a way not to wait', async () => {
  await open('#/');
  await vi.waitFor(() => expect(sockets).toHaveLength(1));
  act(() => sockets[0]?.greets());
  expect((await screen.findByRole('status', { name: 'Connection' })).textContent).toBe('Connected');
  act(() => sockets[0]?.drops());
  await screen.findByRole('button', { name: 'Try now' });
  expect(screen.getByRole('status', { name: 'Connection' }).textContent).toBe(
    'Connection lost. Reconnecting',
  );
  await expectAccessible();
});

test('a session ended elsewhere leads to the sign-in form with a notice', async () => {
  await open('#/');
  await vi.waitFor(() => expect(sockets).toHaveLength(1));
  act(() => sockets[0]?.greets());
  act(() => sockets[0]?.drops(4001));
  await screen.findByText('Your session has ended. Sign in again to go on.');
});

test('the sessions of this person are listed', async () => {
  await open('#/sessions');
  await screen.findByText('Chrome on Linux');
  await expectAccessible();
});

test('what the server refuses is said at the field until it is changed, and the form can be sent again', async () => {
  signedIn = false;
  const errors = [{ field: 'password', code: 'password_weak', detail: 'Choose a longer password.' }];
  const refusal = { code: 'password_weak', detail: 'Choose a longer password.', errors };
  await open('#/sign-up');
  const password = await screen.findByLabelText('Password');
  const sent = vi.fn(async () => new Response(JSON.stringify(refusal), { status: 422 }));
  vi.stubGlobal('fetch', sent);
  fireEvent.click(screen.getByRole('button', { name: 'Create account' }));
  await screen.findByText('Choose a longer password.');
  expect(password.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(password);
  await expectAccessible();
  fireEvent.input(password, { target: { value: 'a much longer one' } });
  expect(screen.queryByText('Choose a longer password.')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Create account' }));
  await screen.findByText('Choose a longer password.');
  expect(sent).toHaveBeenCalledTimes(2);
});
