import { BOB, eventAt, messageEventAt, TALK, timeOf, viewOf } from '@parley/client/testing/log';
import type { EventFrame } from '@parley/protocol/types';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { closeThread } from '@/shared/threads/openedThread';
import { Stage } from './testing/stage';

const stage = new Stage();

afterEach(closeThread);

async function enterTalk() {
  stage.answering('GET', /threads\/1$/, () => ({
    root: viewOf(1),
    own: { following: false, readUpTo: 0, since: 0, unread: [], asOf: 0 },
    items: [],
    next: null,
  }));
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => {
    socket.says(eventAt(1));
    socket.says(eventAt(2));
  });
  await screen.findByText('text 2', { selector: 'div' });
  return socket;
}

/** Bob's answer in the thread about his first message, which has no number of the conversation. */
function replyAt(sequence: number, place: number): EventFrame {
  const event = messageEventAt(sequence);
  return {
    ...event,
    name: 'conversation.reply-sent.v1',
    data: {
      conversation: TALK,
      number: -place,
      author: BOB,
      message: `m${sequence}`,
      thread: { root: { number: 1, sequence: 1 }, author: BOB, number: place },
      content: { text: `reply ${place}` },
    },
  };
}

async function openThread() {
  fireEvent.contextMenu(screen.getByText('text 1', { selector: 'div' }));
  const menu = within(await screen.findByRole('menu', { name: 'Options for this message' }));
  fireEvent.click(menu.getByRole('menuitem', { name: 'Reply in thread' }));
  return within(await screen.findByRole('complementary', { name: 'Thread' }));
}

test('a message is answered in a thread beside the conversation, which goes on without it', async () => {
  const socket = await enterTalk();
  const thread = await openThread();
  const field = await thread.findByRole('textbox', { name: 'Reply in the thread' });
  await thread.findByText('text 1', { selector: 'div' });
  fireEvent.change(field, { target: { value: 'gladly' } });
  fireEvent.click(thread.getByRole('button', { name: 'Send the reply' }));
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(1));
  expect(socket.sentOf('send')[0]).toMatchObject({ text: 'gladly', thread: 1 });
  expect(socket.sentOf('send')[0]).not.toHaveProperty('alsoInConversation');
  await thread.findByText('gladly', { selector: 'div' });
  expect(screen.getAllByText('gladly', { selector: 'div' })).toHaveLength(1);
  await stage.expectAccessible();
});

test('what comes in a thread stands below its root and in the thread, and not in the conversation', async () => {
  const socket = await enterTalk();
  act(() => {
    socket.says(replyAt(3, 1));
    socket.says(replyAt(4, 2));
  });
  const line = await screen.findByRole('button', { name: /2 replies/ });
  expect(screen.queryByText('reply 2', { selector: 'div' })).toBeNull();
  fireEvent.click(line);
  const thread = within(await screen.findByRole('complementary', { name: 'Thread' }));
  await thread.findByRole('textbox', { name: 'Reply in the thread' });
  fireEvent.click(thread.getByRole('button', { name: 'Close the thread' }));
  await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Thread' })).toBeNull());
});

test('the threads that somebody follows are found in a list with what waits there', async () => {
  stage.answering('GET', /\/threads$/, () => ({
    items: [
      {
        conversation: TALK,
        root: {
          ...viewOf(1),
          replies: { count: 2, gone: [], last: 2, at: timeOf(4), authors: [BOB] },
        },
        own: {
          following: true,
          chosen: true,
          readUpTo: 1,
          since: 0,
          unread: [{ number: 2, message: -2, author: BOB }],
          asOf: 7,
        },
      },
    ],
  }));
  await stage.enter('#/threads');
  await screen.findByRole('button', { name: 'Threads, 1 unread message' });
  const followed = await screen.findByRole('button', { name: /text 1/ });
  expect(followed.textContent).toContain('1 new');
  await stage.expectAccessible();
});
