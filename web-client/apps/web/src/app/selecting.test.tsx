import { eventAt, TALK } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

async function selecting() {
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => {
    for (const sequence of [1, 2, 3]) socket.says(eventAt(sequence));
  });
  await screen.findByText('text 3', { selector: 'div' });
  for (const button of screen.getAllByRole('button', { name: 'Options for this message' }).slice(-1))
    fireEvent.click(button);
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Select' }));
  return within(await screen.findByRole('toolbar', { name: 'Selected messages' }));
}

const checked = () => screen.getAllByRole<HTMLInputElement>('checkbox').map((box) => box.checked);

test('several messages are selected by pointer and key, and what can be done with all of them is done at once', async () => {
  const written = vi.fn(async (_: string) => {});
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: written } });
  const bar = await selecting();
  expect(checked()).toEqual([false, false, true]);
  expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull();
  fireEvent.click(screen.getByText('text 1', { selector: 'div' }));
  bar.getByText('2 selected');
  // Not all of them are one's own.
  expect(bar.queryByRole('button', { name: 'Delete for everyone' })).toBeNull();
  await stage.expectAccessible();
  const items = screen.getAllByRole('listitem').filter((each) => each.textContent?.includes('text 2'));
  for (const item of items.slice(-1)) fireEvent.keyDown(item, { key: ' ' });
  bar.getByText('3 selected');
  fireEvent.click(bar.getByRole('button', { name: 'Copy text' }));
  expect(written).toHaveBeenCalledWith('text 1\ntext 2\ntext 3');
  await screen.findByRole('textbox', { name: 'Message' });
  expect(screen.queryByRole('checkbox')).toBeNull();
  vi.unstubAllGlobals();
});

test('several messages are deleted for oneself by one request', async () => {
  const asked: unknown[] = [];
  stage.answering('PATCH', /\/hidden$/, (body) => {
    asked.push(JSON.parse(body ?? ''));
    return {
      numbers: [
        { first: 1, last: 1 },
        { first: 3, last: 3 },
      ],
      position: 60,
    };
  });
  const bar = await selecting();
  fireEvent.click(screen.getByText('text 1', { selector: 'div' }));
  fireEvent.click(bar.getByRole('button', { name: 'Delete for me' }));
  await waitFor(() => expect(screen.queryByText('text 3', { selector: 'div' })).toBeNull());
  screen.getByText('text 2', { selector: 'div' });
  expect(asked).toEqual([{ hide: [1, 3] }]);
});

test('Escape ends selecting', async () => {
  await selecting();
  const items = screen.getAllByRole('listitem').filter((each) => each.textContent?.includes('text 2'));
  for (const item of items.slice(-1)) fireEvent.keyDown(item, { key: 'Escape' });
  await screen.findByRole('textbox', { name: 'Message' });
});
