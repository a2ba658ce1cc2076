import { messageEventAt, TALK } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { chooseLinks } from '@/shared/link/linkChoice';
import { Stage } from './testing/stage';

const stage = new Stage();
const DRAFT = '00000000-0000-4000-8000-00000000000a';
const SOUP = 'https://example.org/soup';

afterEach(() => chooseLinks(true));

/** Which pages the server was asked to look at. */
function lookingAt(answer: (url: string) => unknown): string[] {
  const asked: string[] = [];
  stage.answering('POST', /link-previews/, (body) => {
    const { url } = JSON.parse(String(body));
    asked.push(url);
    return answer(url);
  });
  return asked;
}

const soup = (url: string) => ({
  link: DRAFT,
  url,
  title: 'Soup',
  description: 'Of lentils',
  picture: { width: 600, height: 300, jpeg: btoa('a picture') },
});

async function enterTalk() {
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  return socket;
}

const writing = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const write = (text: string) => fireEvent.change(writing(), { target: { value: text } });
const send = () => fireEvent.keyDown(writing(), { key: 'Enter' });
const leaveOut = () => screen.findByRole('button', { name: 'Do not show the page' }, { timeout: 5_000 });

test('a page is shown while its address is typed, and with the message', async () => {
  const asked = lookingAt(soup);
  const socket = await enterTalk();
  write('have a look: https://example.org/so');
  write(`have a look: ${SOUP}.`);
  await leaveOut();
  expect(asked).toEqual([SOUP]);
  expect(screen.getByRole('status', { name: '' }).textContent).toContain('Soup');
  await stage.expectAccessible();
  send();
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(1));
  expect(socket.sentOf('send')[0]).toMatchObject({ text: `have a look: ${SOUP}.`, link: DRAFT });
  const card = await screen.findByRole('link', { name: /Soup.*Of lentils.*example\.org/s });
  expect(card.getAttribute('href')).toBe(SOUP);
  expect(card.getAttribute('rel')).toBe('noopener noreferrer');
  expect(card.querySelector('img')?.src).toMatch(/^blob:/);
  expect(screen.queryByRole('button', { name: 'Do not show the page' })).toBeNull();
  await stage.expectAccessible();
});

test('a page that is left out is not shown and not looked at again', async () => {
  const asked = lookingAt(soup);
  const socket = await enterTalk();
  write(SOUP);
  fireEvent.click(await leaveOut());
  write(`${SOUP} is good`);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Do not show the page' })).toBeNull());
  send();
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(1));
  expect(socket.sentOf('send')[0]).not.toHaveProperty('link');
  expect(asked).toEqual([SOUP]);
});

test('a text without the address is sent without the page', async () => {
  lookingAt(soup);
  const socket = await enterTalk();
  write(SOUP);
  await leaveOut();
  write('never mind');
  send();
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(1));
  expect(socket.sentOf('send')[0]).not.toHaveProperty('link');
});

test('who switched it off has no page looked at', async () => {
  const asked = lookingAt(soup);
  chooseLinks(false);
  const socket = await enterTalk();
  write(SOUP);
  send();
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(1));
  expect(asked).toEqual([]);
});

test('the page of a message is shown with its picture from here, and what it says is text', async () => {
  const fetched: string[] = [];
  stage.answering('GET', /link-picture\?sequence=1$/, () => {
    fetched.push('picture');
    return new Response(new Blob(['a picture'], { type: 'image/jpeg' }));
  });
  const socket = await enterTalk();
  const event = messageEventAt(1);
  const link = {
    url: 'https://evil.example/x',
    title: '<img src=x onerror=alert(1)>',
    picture: { id: '00000000-0000-4000-8000-00000000000b', width: 600, height: 300 },
  };
  act(() => socket.says({ ...event, data: { ...event.data, content: { text: 'look', link } } }));
  const card = await screen.findByRole('link', { name: /onerror/ });
  expect(card.textContent).toContain('evil.example');
  await waitFor(() => expect(card.querySelectorAll('img')).toHaveLength(1));
  expect(card.querySelector('img')?.src).toMatch(/^blob:/);
  expect(fetched).toHaveLength(1);
});

test('what is no address of the web leads nowhere', async () => {
  const socket = await enterTalk();
  const event = messageEventAt(1);
  const link = { url: 'javascript:alert(1)', title: 'Click' };
  act(() => socket.says({ ...event, data: { ...event.data, content: { text: 'look', link } } }));
  await screen.findByText('look', { selector: 'div' });
  expect(screen.queryByText('Click')).toBeNull();
});
