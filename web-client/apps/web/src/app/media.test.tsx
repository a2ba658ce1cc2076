import { ALICE, eventAt, TALK, timeOf } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

const message = (number: number, text: string, more = {}) => ({
  number,
  sequence: number,
  message: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  author: ALICE,
  text,
  at: timeOf(number),
  ...more,
});

async function open(kind: 'Links' | 'Files') {
  stage.answering('GET', /media\?kind=images$/, () => ({ items: [], next: null }));
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => socket.says(eventAt(1)));
  fireEvent.click(await screen.findByRole('button', { name: 'Options for this conversation' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Media, files and links' }));
  const list = within(await screen.findByRole('dialog', { name: 'Sent here' }));
  expect((await list.findByRole('radio', { name: 'Media' })).matches(':checked')).toBe(true);
  fireEvent.click(list.getByRole('radio', { name: kind }));
  return list;
}

test('the links of a conversation are listed, further back as long as there are few, and lead to where they were said', async () => {
  const asked: string[] = [];
  stage.answering('GET', /media\?kind=links$/, () => {
    asked.push('first');
    const link = { url: 'https://example.org/soup', title: 'Soup' };
    return { items: [message(7, 'https://example.org/soup', { link })], next: 'further' };
  });
  stage.answering('GET', /media\?kind=links&cursor=further$/, () => {
    asked.push('second');
    return { items: [], next: 'last' };
  });
  stage.answering('GET', /media\?kind=links&cursor=last$/, () => {
    asked.push('third');
    return { items: [message(2, 'see https://example.org/tea now')], next: null };
  });
  const list = await open('Links');
  expect((await list.findByRole('link', { name: /Soup/ })).getAttribute('href')).toBe(
    'https://example.org/soup',
  );
  expect((await list.findByRole('link', { name: /tea/ })).getAttribute('href')).toBe(
    'https://example.org/tea',
  );
  expect(asked).toEqual(['first', 'second', 'third']);
  await stage.expectAccessible();
  const [, jump] = list.getAllByRole('button', { name: 'Show in the conversation' });
  if (jump) fireEvent.click(jump);
  await waitFor(() => expect(window.location.hash).toBe(`#/c/${TALK}/m/2`));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('where nobody sent a link, the list says so', async () => {
  stage.answering('GET', /media\?kind=links$/, () => ({ items: [], next: null }));
  const list = await open('Links');
  await list.findByText('There is nothing here.');
});

const notes = {
  id: '00000000-0000-4000-8000-0000000000f1',
  kind: 4,
  name: 'notes.pdf',
  type: 'application/pdf',
  size: 2_400_000,
  sha256: 'ab',
};

test('files are listed as messages show them', async () => {
  stage.answering('GET', /media\?kind=files$/, () => ({
    items: [message(3, '', { attachments: [notes] })],
    next: null,
  }));
  const list = await open('Files');
  await list.findByText('notes.pdf');
  await stage.expectAccessible();
});
