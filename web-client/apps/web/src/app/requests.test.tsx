import { ALICE, BOB, summaryAt, TALK, timeOf } from '@parley/client/testing/log';
import type { ConversationView } from '@parley/protocol/types';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

const answered = (answer: 'accepted' | 'ignored', position: number) =>
  ({
    type: 'event',
    stream: `message-requests/${ALICE}`,
    sequence: 0,
    position,
    at: timeOf(9),
    name: 'message-requests.answered.v1',
    data: { recipient: ALICE, author: BOB, conversation: TALK, answer },
    cursor: `k${position}`,
  }) as const;

function asking(request: ConversationView['request'] = 'pending') {
  const asked: [string, unknown][] = [];
  const summary = { ...summaryAt(1), unread: 1, readUpTo: 0, request };
  stage.answering('GET', /conversations\?/, () => ({ items: [summary], next: null }));
  stage.answering('GET', /messages\?/, () => ({
    items: [{ number: 1, sequence: 1, message: 'm1', author: BOB, text: 'May I?', at: timeOf(1) }],
    next: null,
  }));
  stage.answering('PUT', /request$/, (body) => {
    asked.push(['answer', JSON.parse(body ?? '')]);
    return { position: 20 };
  });
  stage.answering('POST', /request\/report$/, (body) => {
    asked.push(['report', JSON.parse(body ?? '')]);
    return { position: 21 };
  });
  return asked;
}

test('a request is listed on its own, counts for nothing else, and is answered before anything is written', async () => {
  const asked = asking();
  const socket = await stage.enter('#/');
  const list = within(await screen.findByRole('navigation', { name: 'Conversations' }));
  fireEvent.click(await list.findByRole('button', { name: 'Requests (1)' }));
  expect(document.title).not.toContain('1');
  fireEvent.click(await list.findByRole('link', { name: /Bob Brown/ }));
  const bar = within(await screen.findByRole('region', { name: 'Message request' }));
  expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull();
  await stage.expectAccessible();
  fireEvent.click(bar.getByRole('button', { name: 'Ignore' }));
  await waitFor(() => expect(asked).toEqual([['answer', { answer: 'ignored' }]]));
  act(() => socket.says(answered('ignored', 20)));
  await screen.findByText('You ignore the request of Bob Brown. They are not told.');

  fireEvent.click(bar.getByRole('button', { name: 'Accept' }));
  await waitFor(() => expect(asked.at(-1)).toEqual(['answer', { answer: 'accepted' }]));
  act(() => socket.says(answered('accepted', 21)));
  await screen.findByRole('textbox', { name: 'Message' });
  expect(screen.queryByRole('region', { name: 'Message request' })).toBeNull();
});

test('a request is reported with a reason', async () => {
  const asked = asking();
  await stage.enter(`#/c/${TALK}`);
  const bar = within(await screen.findByRole('region', { name: 'Message request' }));
  fireEvent.click(bar.getByRole('button', { name: 'Report…' }));
  const form = within(await screen.findByRole('dialog', { name: 'Report Bob Brown' }));
  fireEvent.input(form.getByLabelText(/What is wrong/), { target: { value: 'Sells umbrellas' } });
  await stage.expectAccessible();
  fireEvent.click(form.getByRole('button', { name: 'Send report' }));
  await form.findByText('Your report was sent.');
  expect(asked).toEqual([['report', { reason: 'Sells umbrellas' }]]);
});
