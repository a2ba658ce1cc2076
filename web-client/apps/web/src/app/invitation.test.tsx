import { ALICE, BOB, summaryAt, TALK } from '@parley/client/testing/log';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();
const profileOf = (user: string, username: string, displayName: string) => ({
  user,
  username,
  displayName,
  about: null,
  joinedAt: null,
  online: false,
  lastSeen: null,
  asOf: 1,
});

test('who comes by an invitation and signs up begins with that conversation', async () => {
  stage.signedIn = false;
  stage.open('#/u/bob');
  await screen.findByText('@bob invites you to talk. Sign in, or create an account.');
  await stage.expectAccessible();
  fireEvent.click(screen.getByRole('link', { name: 'Create an account' }));
  await screen.findByRole('button', { name: 'Create account' });
  await screen.findByText('@bob invites you to talk. Sign in, or create an account.');
  stage.signedIn = true;
  stage.answering('POST', /accounts$/, () => ({
    user: ALICE,
    username: 'alice',
    session: 's',
    accessToken: 'a',
    expiresInSeconds: 300,
  }));
  const asked: unknown[] = [];
  stage.answering('POST', /conversations\/direct$/, (body) => {
    asked.push(JSON.parse(body ?? ''));
    return { conversation: TALK, position: 1 };
  });
  stage.answering('GET', new RegExp(`conversations/${TALK}$`), () => summaryAt(0));
  const type = (label: RegExp, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  type(/^Username/, 'alice');
  type(/^Display name/, 'Alice');
  type(/^E-mail/, 'alice@example.org');
  type(/^Password/, 'correct horse battery');
  fireEvent.click(screen.getByRole('button', { name: 'Create account' }));
  await waitFor(() => expect(window.location.hash).toBe(`#/c/${TALK}`));
  expect(asked).toEqual([{ username: 'bob' }]);
});

test('who is signed in sees the profile a link leads to, and what can be done', async () => {
  stage.answering('GET', /users\/bob$/, () => profileOf(BOB, 'bob', 'Bob Brown'));
  await stage.enter('#/u/bob');
  await screen.findByRole('heading', { name: 'Bob Brown' });
  await screen.findByRole('button', { name: 'Message' });
  await stage.expectAccessible();
});

test('one’s own profile says how to pass the link on', async () => {
  stage.answering('GET', /users\/alice$/, () => profileOf(ALICE, 'alice', 'Alice Archer'));
  await stage.enter('#/u/alice');
  const card = within(await screen.findByRole('region', { name: 'Invite people' }));
  card.getByText(/#\/u\/alice$/);
  await stage.expectAccessible();
});
