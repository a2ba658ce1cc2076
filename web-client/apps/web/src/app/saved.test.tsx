import { ALICE, eventAt, summaryAt, TALK } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();
const SAVED = '00000000-0000-7000-8000-0000000000e1';

test('a message is saved in the conversation with oneself, which has a name of its own', async () => {
  const alone = summaryAt(0);
  stage.answering('POST', /conversations\/direct$/, (body) => {
    expect(JSON.parse(body ?? '{}')).toEqual({ username: 'alice' });
    return { conversation: SAVED, position: 9 };
  });
  stage.answering('GET', new RegExp(`conversations/${SAVED}$`), () => ({
    ...alone,
    conversation: SAVED,
    members: alone.members.filter(({ user }) => user === ALICE),
    watermarks: alone.watermarks.filter(({ member }) => member === ALICE),
  }));
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => socket.says(eventAt(1)));
  fireEvent.contextMenu(await screen.findByText('text 1', { selector: 'div' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Save' }));
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(1));
  expect(socket.sentOf('send')[0]).toMatchObject({ conversation: SAVED, text: 'text 1', forwarded: true });
  await screen.findByText('Saved with your saved messages.');
  fireEvent.click(await screen.findByRole('link', { name: /Saved messages/ }));
  await screen.findByRole('heading', { name: 'Saved messages' });
  await screen.findByText('Forwarded');
  await stage.expectAccessible();
});
