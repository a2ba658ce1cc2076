import { eventAt, TALK } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { emojiData } from '@/shared/emoji/emojiData';
import { Stage } from './testing/stage';

const stage = new Stage();

test('emoji are chosen from a panel beside the composer, go where the caret is, and are offered first the next time', async () => {
  await stage.enter(`#/c/${TALK}`);
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
  fireEvent.change(field, { target: { value: 'good morning' } });
  field.setSelectionRange(4, 4);
  fireEvent.click(await screen.findByRole('button', { name: 'Insert an emoji' }));
  const panel = within(await screen.findByRole('dialog', { name: 'Insert an emoji' }));
  fireEvent.change(panel.getByRole('searchbox'), { target: { value: 'party popper' } });
  fireEvent.click(await panel.findByText('🎉'));
  expect(field.value).toBe('good🎉 morning');
  fireEvent.click(panel.getByRole('button', { name: 'Change the tone of skin' }));
  await stage.expectAccessible();
  fireEvent.keyDown(panel.getByRole('searchbox'), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  fireEvent.click(await screen.findByRole('button', { name: 'Insert an emoji' }));
  const recent = within(await screen.findByRole('region', { name: 'Chosen last' }));
  recent.getByRole('button', { name: '🎉' });
  localStorage.clear();
});

test('a reaction is any emoji there is', async () => {
  stage.answering('PUT', /reactions/, () => new Promise(() => {}));
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => socket.says(eventAt(1)));
  await screen.findByText('text 1', { selector: 'div' });
  for (const button of screen.getAllByRole('button', { name: 'React to this message' }).slice(-1))
    fireEvent.click(button);
  fireEvent.click(await screen.findByRole('button', { name: 'More emoji' }));
  fireEvent.change(await screen.findByRole('searchbox'), { target: { value: 'otter' } });
  fireEvent.click(await screen.findByText('🦦'));
  await screen.findByRole('button', { name: /🦦/ });
  localStorage.clear();
});

test('every language has names for the emoji, and people have tones of skin', async () => {
  const [english, german] = await Promise.all([emojiData('en'), emojiData('de')]);
  expect(german.emojis.length).toBe(english.emojis.length);
  const waving = english.emojis.find(({ emoji }) => emoji === '👋');
  expect(waving?.skins?.dark).toBe('👋🏿');
  expect(await emojiData('ar')).toMatchObject({ categories: english.categories });
});
