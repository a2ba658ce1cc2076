import {
  deletionAt,
  editAt,
  eventAt,
  messageEventAt,
  summaryAt,
  TALK,
  viewOf,
} from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

async function enterTalk() {
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => {
    socket.says(eventAt(1));
    socket.says(eventAt(2));
  });
  await screen.findByText('text 2', { selector: 'div' });
  return socket;
}

const writing = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const quote = () => screen.findByRole('button', { name: /^In reply to/ });

/** A message that answers the first. */
function answerAt(sequence: number, origin = 1) {
  const event = messageEventAt(sequence);
  return { ...event, data: { ...event.data, replyTo: { number: origin, sequence: origin } } };
}

async function answer(text: string) {
  fireEvent.contextMenu(screen.getByText(text, { selector: 'div' }));
  const menu = within(await screen.findByRole('menu', { name: 'Options for this message' }));
  fireEvent.click(menu.getByRole('menuitem', { name: 'Reply' }));
}

test('a message is answered, and the answer quotes it', async () => {
  const socket = await enterTalk();
  fireEvent.change(writing(), { target: { value: 'half a sentence' } });
  await answer('text 1');
  await screen.findByRole('button', { name: 'Do not reply to it' });
  await waitFor(() => expect(document.activeElement).toBe(writing()));
  await stage.expectAccessible();
  press('Enter');
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(1));
  expect(socket.sentOf('send')[0]).toMatchObject({ text: 'half a sentence', replyTo: 1 });
  expect((await quote()).textContent).toContain('Bob Brown');
  expect((await quote()).textContent).toContain('text 1');
  expect(screen.queryByRole('button', { name: 'Do not reply to it' })).toBeNull();
  await stage.expectAccessible();
});

test('Escape answers nothing and keeps what was written', async () => {
  const socket = await enterTalk();
  fireEvent.change(writing(), { target: { value: 'half a sentence' } });
  await answer('text 1');
  await screen.findByRole('button', { name: 'Do not reply to it' });
  press('Escape');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Do not reply to it' })).toBeNull());
  press('Enter');
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(1));
  expect(socket.sentOf('send')[0]).not.toHaveProperty('replyTo');
});

test('a quote follows edits and the deletion of what it quotes, and leads there', async () => {
  const socket = await enterTalk();
  act(() => socket.says(answerAt(3)));
  expect((await quote()).textContent).toContain('text 1');
  fireEvent.click(await quote());
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/text 1.*/));
  act(() => socket.says(editAt(4, 1, 'text one')));
  await waitFor(async () => expect((await quote()).textContent).toContain('text one'));
  act(() => socket.says(deletionAt(5, 1)));
  await waitFor(async () => expect((await quote()).textContent).toContain('This message was deleted'));
  expect(document.body.textContent).not.toContain('text one');
});

test('what is quoted and not held is read', async () => {
  const last = summaryAt(60);
  const page = vi.fn((from: number, to: number) => ({
    items: Array.from({ length: to - from + 1 }, (_, i) => viewOf(to - i)).map((view) =>
      view.number === 60 ? { ...view, replyTo: { number: 3, sequence: 3 } } : view,
    ),
    next: 'more',
  }));
  stage.answering('GET', /conversations\?/, () => ({ items: [last], next: null }));
  stage.answering('GET', /messages\?before=61&limit=50/, () => page(58, 60));
  const one = vi.fn(() => page(3, 3));
  stage.answering('GET', /messages\?before=4&limit=1$/, one);
  stage.answering('GET', /messages\?before=58&limit=50/, () => new Promise(() => {}));
  await stage.enter(`#/c/${TALK}`);
  await waitFor(async () => expect((await quote()).textContent).toContain('text 3'));
  expect(one).toHaveBeenCalledOnce();
});
