import { BOB, eventAt, messageEventAt, TALK } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();
const bob = { user: BOB, username: 'bob', displayName: 'Bob Brown' };

interface BlockingServer {
  blocked: boolean;
  asked: string[];
}

function answeringBlocks(): BlockingServer {
  const server: BlockingServer = { blocked: false, asked: [] };
  const change = (method: string, blocked: boolean) =>
    stage.answering(method, new RegExp(`/me/blocks/${BOB}$`), () => {
      server.blocked = blocked;
      server.asked.push(method);
      return { position: 20 };
    });
  change('PUT', true);
  change('DELETE', false);
  stage.answering('GET', /me\/blocks$/, () => ({ items: server.blocked ? [bob] : [] }));
  stage.answering('GET', /users\/bob$/, () => ({
    ...bob,
    about: null,
    joinedAt: null,
    online: false,
    lastSeen: null,
    asOf: 0,
  }));
  return server;
}

test('someone is blocked in their profile after a question; nothing is written to them, and what they wrote is folded away', async () => {
  const server = answeringBlocks();
  const socket = await stage.enter(`#/c/${TALK}`);
  act(() => socket.says(eventAt(1)));
  await screen.findByText('text 1', { selector: 'div' });
  fireEvent.click(await screen.findByRole('button', { name: /Bob Brown @bob/ }));
  const profile = within(await screen.findByRole('dialog', { name: 'Bob Brown' }));
  fireEvent.click(profile.getByRole('button', { name: 'Block…' }));
  const question = within(await screen.findByRole('alertdialog', { name: 'Block Bob Brown?' }));
  await stage.expectAccessible();
  fireEvent.click(question.getByRole('button', { name: 'Block' }));
  await screen.findByText('You block Bob Brown.');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull();
  expect(screen.queryByText('text 1', { selector: 'div' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show' }));
  await screen.findByText('text 1', { selector: 'div' });
  await stage.expectAccessible();

  fireEvent.click(screen.getByRole('button', { name: 'Unblock' }));
  await screen.findByRole('textbox', { name: 'Message' });
  expect(server.asked).toEqual(['PUT', 'DELETE']);
});

test('what is quoted of someone one blocks is folded away too, and leads to what they wrote', async () => {
  answeringBlocks().blocked = true;
  const socket = await stage.enter(`#/c/${TALK}`);
  const answer = messageEventAt(2);
  act(() => {
    socket.says(eventAt(1));
    socket.says({ ...answer, data: { ...answer.data, replyTo: { number: 1, sequence: 1 } } });
  });
  const quote = await screen.findByRole('button', { name: /^In reply to/ });
  await waitFor(() => expect(quote.textContent).toContain('From someone you block'));
  expect(quote.textContent).not.toContain('text 1');
  await screen.findByText('text 2', { selector: 'div' });
});

test('the people one blocks are listed with one’s account, and are unblocked there', async () => {
  const server = answeringBlocks();
  server.blocked = true;
  await stage.enter('#/account');
  const list = within(await screen.findByRole('region', { name: 'People you block' }));
  list.getByText('@bob');
  await stage.expectAccessible();
  fireEvent.click(list.getByRole('button', { name: 'Unblock Bob Brown' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'People you block' })).toBeNull());
});
