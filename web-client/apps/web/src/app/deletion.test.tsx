import {
  ALICE,
  BOB,
  deletedAt,
  deletionAt,
  eventAt,
  summaryAt,
  TALK,
  timeOf,
} from '@parley/client/testing/log';
import { problemBody } from '@parley/client/testing/problemBody';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { deviceStorage } from '@/shared/storage/deviceStorage';
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

const deleted = () => new Response(JSON.stringify(deletedAt(3)));

/** How the server answers the deletion of `m2`. */
function deletionIsAnswered(answer: () => Response | Promise<Response>) {
  const asked = vi.fn(answer);
  stage.answering('DELETE', /\/messages\/m2\?sequence=2$/, asked);
  return asked;
}

const options = () => screen.queryAllByRole('button', { name: 'Options for this message' });

async function askToDelete() {
  for (const button of options().slice(-1)) fireEvent.click(button);
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Delete for everyone' }));
  return within(await screen.findByRole('alertdialog', { name: 'Delete for everyone?' }));
}

describe('a message', () => {
  test('of one’s own has a menu; deleted and confirmed it leaves its place, here and in the list', async () => {
    let answer = (_: Response) => {};
    const asked = deletionIsAnswered(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    await enterTalk();
    const dialog = await askToDelete();
    await stage.expectAccessible();
    expect(asked).not.toHaveBeenCalled();
    fireEvent.click(dialog.getByRole('button', { name: 'Delete' }));
    await screen.findByText('Deleting…');
    await waitFor(() => expect(asked).toHaveBeenCalledOnce());
    act(() => answer(deleted()));
    await waitFor(() => expect(screen.getAllByText('This message was deleted')).toHaveLength(2));
    expect(document.body.textContent).not.toContain('text 2');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('This message was deleted'));
    expect(options()).toHaveLength(1);
    await stage.expectAccessible();
  });

  test('stays when the question is answered with no', async () => {
    const asked = deletionIsAnswered(deleted);
    await enterTalk();
    const dialog = await askToDelete();
    fireEvent.click(dialog.getByRole('button', { name: 'Keep it' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(asked).not.toHaveBeenCalled();
    screen.getByText('text 2', { selector: 'div' });
  });

  test('that the server keeps says why, and the choice is left', async () => {
    const refusal = JSON.stringify(problemBody(409, 'legal_hold', 'Kept.'));
    deletionIsAnswered(() => new Response(refusal, { status: 409 }));
    await enterTalk();
    fireEvent.click((await askToDelete()).getByRole('button', { name: 'Delete' }));
    await screen.findByText('Not deleted. This is kept for legal reasons and cannot be deleted.');
    await stage.expectAccessible();
    fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(options()).toHaveLength(2);
  });

  test('deleted without a connection waits for it, through a reload of the page', async () => {
    const asked = deletionIsAnswered(deleted);
    const socket = await enterTalk();
    act(() => socket.drops());
    fireEvent.click((await askToDelete()).getByRole('button', { name: 'Delete' }));
    await screen.findByText('Will be deleted once you are connected');
    await waitFor(async () =>
      expect([...(await deviceStorage.read('')).keys()].join()).toContain('/own/command/'),
    );
    cleanup();
    const before = stage.sockets.length;
    stage.open('#/');
    await waitFor(() => expect(stage.sockets).toHaveLength(before + 1));
    act(() => stage.socket.greets());
    await waitFor(() => expect(asked).toHaveBeenCalledOnce());
  });

  test('that someone else deletes disappears while it is read', async () => {
    const socket = await enterTalk();
    act(() => socket.says(deletionAt(3, 1)));
    await screen.findByText('This message was deleted');
    expect(document.body.textContent).not.toContain('text 1');
    expect(options()).toHaveLength(1);
  });
});

describe('the deleted account of someone else', () => {
  test('leaves neither name nor words, and nobody to write to', async () => {
    const socket = await enterTalk();
    act(() => socket.says({ type: 'erased', account: BOB, at: timeOf(3), position: 9, cursor: 'k9' }));
    await screen.findByRole('heading', { name: 'Deleted account' });
    screen.getByText('Erased');
    screen.getByText('text 2', { selector: 'div' });
    expect(document.body.textContent).not.toMatch(/Bob|text 1/);
    expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull();
    await screen.findByText(/This account was deleted/);
    await stage.expectAccessible();
  });

  test('is shown the same from what the server answers', async () => {
    const [alice] = summaryAt(0).members;
    const lastMessage = { number: 1, author: BOB, text: null, gone: 'erased', at: timeOf(1) };
    const bob = { user: BOB, username: null, displayName: null, online: false, lastSeen: null, erased: true };
    const summary = { ...summaryAt(1), lastMessage, members: [alice, bob] };
    stage.answering('GET', /conversations\?/, () => ({ items: [summary], next: null }));
    await stage.enter('#/');
    await screen.findByRole('link', { name: /Deleted account.*Erased/ });
    await stage.expectAccessible();
  });
});

test('a message deleted for oneself is not shown, counted or previewed any more, until that is taken back', async () => {
  const asked: unknown[] = [];
  let position = 50;
  stage.answering('PATCH', /\/hidden$/, (body) => {
    const change = JSON.parse(body ?? '{}');
    asked.push(change);
    return { numbers: change.hide ? [{ first: 2, last: 2 }] : [], position: ++position };
  });
  const socket = await enterTalk();
  for (const button of options().slice(-1)) fireEvent.click(button);
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Delete for me' }));
  await waitFor(() => expect(screen.queryByText('text 2', { selector: 'div' })).toBeNull());
  screen.getByText('text 1', { selector: 'div' });
  screen.getByText('You deleted this message');
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('text 2', { selector: 'div' });
  expect(asked).toEqual([{ hide: [2] }, { show: [2] }]);
  // Another device of theirs does it.
  act(() =>
    socket.says({
      type: 'event',
      stream: `hidden/${TALK}/${ALICE}`,
      sequence: 2,
      position: 90,
      at: timeOf(1),
      name: 'hidden.changed.v1',
      data: { conversation: TALK, member: ALICE, numbers: [{ first: 1, last: 1 }] },
      cursor: 'k90',
    }),
  );
  await waitFor(() => expect(screen.queryByText('text 1', { selector: 'div' })).toBeNull());
  await stage.expectAccessible();
});
