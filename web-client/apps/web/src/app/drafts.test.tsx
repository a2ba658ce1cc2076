import { TALK } from '@parley/client/testing/log';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

test('what is typed and not sent is marked in the list, but for the conversation that is open', async () => {
  await stage.enter(`#/c/${TALK}`);
  const list = await screen.findByRole('navigation', { name: 'Conversations' });
  const composer = await screen.findByRole('textbox', { name: 'Message' });
  fireEvent.change(composer, { target: { value: 'About Saturday' } });
  expect(within(list).queryByText('Draft:')).toBeNull();

  act(() => {
    window.location.hash = '#/';
  });
  expect((await within(list).findByText('Draft:')).parentElement?.textContent).toBe('Draft: About Saturday');
  await stage.expectAccessible();
});
