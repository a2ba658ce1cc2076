import { eventAt, pinAt, TALK } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

async function choose(text: string, entry: string) {
  fireEvent.contextMenu(await screen.findByText(text, { selector: 'div' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: entry }));
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
}

test('a message is pinned from its menu, found in the list of pins, and pinned no more', async () => {
  const asked: string[] = [];
  const answer = (pinned: boolean, sequence: number) => () => {
    asked.push(pinned ? 'PUT' : 'DELETE');
    return {
      conversation: TALK,
      message: 'm1',
      pinned,
      sequence,
      recorded: '2026-01-05T09:00:00Z',
      position: 100 + sequence,
    };
  };
  stage.answering('PUT', /messages\/m1\/pin\?sequence=1$/, answer(true, 2));
  stage.answering('DELETE', /messages\/m1\/pin\?sequence=1$/, answer(false, 3));
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => socket.says(eventAt(1)));
  await choose('text 1', 'Pin for everyone');
  fireEvent.click(await screen.findByRole('button', { name: '1 pinned message' }));
  const list = within(await screen.findByRole('dialog', { name: 'Pinned messages' }));
  fireEvent.click(list.getByRole('button', { name: /Bob Brown.*text 1/ }));
  await waitFor(() => expect(window.location.hash).toBe(`#/c/${TALK}/m/1`));
  await choose('text 1', 'Unpin');
  await waitFor(() => expect(screen.queryByRole('button', { name: '1 pinned message' })).toBeNull());
  expect(asked).toEqual(['PUT', 'DELETE']);
});

test('what another member pins is listed at once', async () => {
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => {
    socket.says(eventAt(1));
    socket.says(pinAt(2, 1));
  });
  fireEvent.click(await screen.findByRole('button', { name: '1 pinned message' }));
  await screen.findByRole('dialog', { name: 'Pinned messages' });
  await stage.expectAccessible();
});
