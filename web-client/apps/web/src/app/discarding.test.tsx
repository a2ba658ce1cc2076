import { TALK } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();
const REFUSED = { code: 'text_invalid', field: null, message: '', retryable: false, retryAfterMs: null };

test('a refused message that is discarded can be taken back, and is as it was', async () => {
  const socket = await stage.enter(`#/c/${TALK}`);
  const composer = await screen.findByRole('textbox', { name: 'Message' });
  fireEvent.change(composer, { target: { value: 'Not this one' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  const ref = socket.sentOf('send').at(-1)?.id ?? '';
  act(() => socket.says({ type: 'error', ref, ...REFUSED }));
  fireEvent.click(await screen.findByRole('button', { name: 'Discard' }));
  await waitFor(() => expect(screen.queryByText('Not this one')).toBeNull());

  const told = await screen.findByRole('status', { name: 'What was just done' });
  await within(told).findByText('Discarded.');
  await stage.expectAccessible();
  fireEvent.click(within(told).getByRole('button', { name: 'Undo' }));
  await screen.findByText('Not this one');
  screen.getByRole('button', { name: 'Discard' });
  expect(socket.sentOf('send')).toHaveLength(1);
  expect(told.textContent).toBe('');
});
