import { eventAt, summaryAt, TALK } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();
const OTHER = '00000000-0000-7000-8000-0000000000c2';

test('a message is sent on to several conversations at once, and to none that was not chosen', async () => {
  const third = '00000000-0000-7000-8000-0000000000c3';
  const group = (conversation: string, name: string) => ({
    ...summaryAt(0),
    conversation,
    kind: 'group',
    name,
  });
  const items = [summaryAt(0), group(OTHER, 'Tea party'), group(third, 'Croquet')];
  stage.answering('GET', /conversations\?/, () => ({ items, next: null }));
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => socket.says(eventAt(1)));
  fireEvent.contextMenu(await screen.findByText('text 1', { selector: 'div' }));
  const menu = within(await screen.findByRole('menu', { name: 'Options for this message' }));
  fireEvent.click(menu.getByRole('menuitem', { name: 'Forward' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Forward to' }));
  await stage.expectAccessible();
  const button = dialog.getByRole<HTMLButtonElement>('button', { name: 'Forward' });
  expect(button.disabled).toBe(true);
  fireEvent.click(dialog.getByRole('option', { name: /Tea party/ }));
  fireEvent.click(dialog.getByRole('option', { name: /Croquet/ }));
  fireEvent.click(dialog.getByRole('button', { name: 'Forward to 2 conversations' }));
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(2));
  const sent = socket.sentOf('send').map(({ conversation, text }) => [conversation, text]);
  expect(sent.sort()).toEqual([
    [OTHER, 'text 1'],
    [third, 'text 1'],
  ]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('everything is marked as read at once', async () => {
  const unread = { ...summaryAt(5), readUpTo: 2, unread: 3, watermarks: [] };
  stage.answering('GET', /conversations\?/, () => ({ items: [unread], next: null }));
  const socket = await stage.enter('#/');
  await waitFor(() => expect(socket.sentOf('received')).toHaveLength(1));
  act(() => socket.says({ type: 'ack', ref: socket.sentOf('received')[0]?.id ?? '', position: 9 }));
  fireEvent.click(await screen.findByRole('button', { name: 'Mark all as read' }));
  await waitFor(() => expect(socket.sentOf('read').at(-1)?.upTo).toEqual({ [TALK]: 5 }));
});
