import {
  ALICE,
  BOB,
  deletionAt,
  eventAt,
  reactionsAt,
  summaryAt,
  TALK,
  timeOf,
} from '@parley/client/testing/log';
import { problemBody } from '@parley/client/testing/problemBody';
import type { Reacted } from '@parley/protocol/types';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { deviceStorage } from '@/shared/storage/deviceStorage';
import { Stage } from './testing/stage';

const stage = new Stage();

/** Alice, in front of what Bob wrote. */
async function enterTalk() {
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => socket.says(eventAt(1)));
  await screen.findByText('text 1', { selector: 'div' });
  return socket;
}

function answered(sequence: number, ...emojis: string[]): Reacted {
  return { conversation: TALK, message: 'm1', emojis, sequence, recorded: timeOf(sequence), position: 9 };
}

const path = (emoji: string) =>
  new RegExp(`/messages/m1/reactions/${encodeURIComponent(emoji)}\\?sequence=1$`);

async function choose(name: string) {
  fireEvent.click(screen.getByRole('button', { name: 'React to this message' }));
  fireEvent.click(await screen.findByRole('button', { name }));
}

const waiting = async () => (await deviceStorage.read(`${ALICE}/own/command/`)).size;

const chips = () =>
  screen.queryAllByRole('list', { name: 'Reactions' }).flatMap((list) =>
    within(list)
      .getAllByRole('button')
      .map((chip) => `${chip.getAttribute('aria-label')} ${chip.getAttribute('aria-pressed')}`),
  );

describe('a reaction', () => {
  test('is chosen from a row, shown at once, and taken back at its chip', async () => {
    let answer = (_: Response) => {};
    const added = vi.fn(() => new Promise<Response>((resolve) => (answer = resolve)));
    stage.answering('PUT', path('👍'), added);
    await enterTalk();
    expect(chips()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'React to this message' }));
    await screen.findByRole('button', { name: 'Thumbs up', pressed: false });
    await stage.expectAccessible();
    fireEvent.click(screen.getByRole('button', { name: 'Thumbs up' }));
    await waitFor(() => expect(chips()).toEqual(['👍 1: You true']));
    await waitFor(() => expect(added).toHaveBeenCalledOnce());
    act(() => answer(new Response(JSON.stringify(answered(2, '👍')))));
    await waitFor(async () => expect(await waiting()).toBe(0));
    expect(chips()).toEqual(['👍 1: You true']);
    await stage.expectAccessible();

    stage.answering('DELETE', path('👍'), () => answered(3));
    fireEvent.click(screen.getByRole('button', { name: '👍 1: You' }));
    await waitFor(() => expect(chips()).toEqual([]));
    await waitFor(async () => expect(await waiting()).toBe(0));
    expect(chips()).toEqual([]);
  });

  test('of others appears while one looks, is counted with one’s own in any form, and names who gave it', async () => {
    const socket = await enterTalk();
    act(() => socket.says(reactionsAt(2, 1, BOB, '❤️', '🎉')));
    await waitFor(() => expect(chips()).toEqual(['❤️ 1: Bob Brown false', '🎉 1: Bob Brown false']));
    act(() => socket.says(reactionsAt(3, 1, ALICE, '❤')));
    await waitFor(() => expect(chips()).toEqual(['❤️ 2: Bob Brown and You true', '🎉 1: Bob Brown false']));
    act(() => socket.says(reactionsAt(4, 1, BOB)));
    await waitFor(() => expect(chips()).toEqual(['❤ 1: You true']));
    await stage.expectAccessible();
  });

  test('of history is there when the page is', async () => {
    const said = reactionsAt(2, 1, BOB, '🎉');
    const message = { number: 1, sequence: 1, message: 'm1', author: BOB, text: 'text 1', at: timeOf(1) };
    const about = [{ sequence: 2, at: timeOf(2), name: said.name, data: said.data }];
    stage.answering('GET', /conversations\?/, () => ({
      items: [{ ...summaryAt(1), lastSequence: 2 }],
      next: null,
    }));
    stage.answering('GET', /\/messages\?before=/, () => ({ items: [{ ...message, about }], next: null }));
    await stage.enter(`#/c/${TALK}`);
    await waitFor(() => expect(chips()).toEqual(['🎉 1: Bob Brown false']));
  });

  test('that the server refuses says why, and can be left', async () => {
    const refusal = JSON.stringify(problemBody(422, 'too_many_emoji', 'Enough.'));
    stage.answering('PUT', path('🎉'), () => new Response(refusal, { status: 422 }));
    await enterTalk();
    await choose('Party popper');
    await screen.findByText('🎉 not added. A message takes at most 20 different emoji.');
    expect(chips()).toEqual([]);
    await stage.expectAccessible();
    fireEvent.click(screen.getByRole('button', { name: 'Leave it' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  test('given without a connection waits for it, through a reload of the page', async () => {
    const added = vi.fn(() => answered(2, '😂'));
    stage.answering('PUT', path('😂'), added);
    const socket = await enterTalk();
    act(() => socket.drops());
    await choose('Tears of joy');
    await waitFor(() => expect(chips()).toEqual(['😂 1: You true']));
    expect(added).not.toHaveBeenCalled();
    cleanup();
    const before = stage.sockets.length;
    stage.open('#/');
    await waitFor(() => expect(stage.sockets).toHaveLength(before + 1));
    act(() => stage.socket.greets());
    await waitFor(() => expect(added).toHaveBeenCalledOnce());
  });

  test('goes with its message, and with whoever gave it', async () => {
    const socket = await enterTalk();
    act(() => {
      socket.says(eventAt(2));
      socket.says(reactionsAt(3, 1, ALICE, '👍'));
      socket.says(reactionsAt(4, 2, BOB, '🎉'));
      socket.says(deletionAt(5, 1));
    });
    await waitFor(() => expect(chips()).toEqual(['🎉 1: Bob Brown false']));
    act(() => socket.says({ type: 'erased', account: BOB, at: timeOf(6), position: 9, cursor: 'k9' }));
    await waitFor(() => expect(chips()).toEqual([]));
    expect(document.body.textContent).not.toMatch(/🎉|👍/);
  });
});
