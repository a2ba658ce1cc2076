import { BOB, eventAt, TALK } from '@parley/client/testing/log';
import { problemBody } from '@parley/client/testing/problemBody';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

async function enterTalk() {
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => socket.says(eventAt(1)));
  await screen.findByText('text 1', { selector: 'div' });
  act(() => socket.says(eventAt(2)));
  await screen.findByText('text 2', { selector: 'div' });
  return socket;
}

const press = (key: string, more = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

/** Where Tab stops among the messages; the button that leads to the end is not one of them. */
const tabStops = () =>
  [...document.querySelectorAll('section [tabindex="0"]')].filter(
    ({ textContent }) => !/latest messages|new message/i.test(textContent ?? ''),
  );

const focused = () => document.activeElement?.textContent ?? '';

describe('in a thread', () => {
  test('a key opens the menu of a message of one’s own', async () => {
    await enterTalk();
    act(() => document.querySelector<HTMLElement>('section [tabindex="0"]')?.focus());
    press('Enter');
    const menu = await screen.findByRole('menu', { name: 'Options for this message' });
    within(menu).getByRole('menuitem', { name: 'Delete for everyone' });
    within(menu).getByRole('menuitem', { name: 'Copy link' });
    await stage.expectAccessible();
  });

  test('arrow keys go from message to message, which take one stop of the Tab key', async () => {
    await enterTalk();
    expect(tabStops()).toHaveLength(1);
    act(() => document.querySelector<HTMLElement>('section [tabindex="0"]')?.focus());
    expect(focused()).toContain('text 2');
    press('ArrowUp');
    expect(focused()).toContain('text 1');
    press('Enter');
    const menu = await screen.findByRole('menu', { name: 'Options for this message' });
    expect(within(menu).queryByRole('menuitem', { name: 'Delete for everyone' })).toBeNull();
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await waitFor(() => expect(focused()).toContain('text 1'));
    await waitFor(() => {
      press('Escape');
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Message' }));
    });
  });

  test('a letter typed anywhere goes to the composer', async () => {
    await enterTalk();
    act(() => screen.getByRole('button', { name: 'New conversation' }).focus());
    press('h');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Message' }));
  });

  test('a message has an address, which its menu copies', async () => {
    const written = vi.fn(async () => {});
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: written }, configurable: true });
    await enterTalk();
    fireEvent.contextMenu(screen.getByText('text 1', { selector: 'div' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Copy link' }));
    expect(written).toHaveBeenCalledWith(expect.stringMatching(new RegExp(`#/c/${TALK}/m/1$`)));
  });
});

test('a question mark shows what the keyboard can do here', async () => {
  await stage.enter('#/');
  await screen.findByRole('link', { name: /Bob Brown/ });
  press('?');
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  within(sheet).getByText('Go to a conversation');
  await stage.expectAccessible();
});

test('the switcher finds a conversation by a part of its name', async () => {
  stage.answering('GET', /users\?/, () => ({ items: [], next: null }));
  await stage.enter('#/');
  await screen.findByRole('link', { name: /Bob Brown/ });
  press('k', { ctrlKey: true });
  const field = await screen.findByLabelText('Conversation or person');
  fireEvent.input(field, { target: { value: 'bro' } });
  const option = await screen.findByRole('option', { name: /Bob Brown/ });
  await stage.expectAccessible();
  fireEvent.click(option);
  await waitFor(() => expect(window.location.hash).toBe(`#/c/${TALK}`));
});

test('Alt with an arrow goes to the next conversation', async () => {
  await stage.enter('#/');
  await screen.findByRole('link', { name: /Bob Brown/ });
  await waitFor(() => {
    press('ArrowDown', { altKey: true });
    expect(window.location.hash).toBe(`#/c/${TALK}`);
  });
});

test('who is meant by a part of a name is never oneself, and those of late are offered first', async () => {
  const [alice, bob] = [
    { user: '00000000-0000-7000-8000-00000000000a', username: 'alice', displayName: 'Alice Archer' },
    { user: BOB, username: 'bob', displayName: 'Bob Brown' },
  ];
  stage.answering('GET', /users\?/, () => ({ items: [alice, bob], next: null }));
  const asked = vi.fn((body: string | undefined) =>
    body?.includes('"bob"')
      ? { conversation: TALK, position: 1, created: false }
      : new Response(JSON.stringify(problemBody(404, 'account_unknown', 'No one.')), { status: 404 }),
  );
  stage.answering('POST', /conversations\/direct$/, asked);
  await stage.enter('#/');
  await screen.findByRole('link', { name: /Bob Brown/ });
  fireEvent.click(screen.getByRole('button', { name: 'New conversation' }));
  await screen.findByRole('option', { name: /Bob Brown/ });
  const field = screen.getByLabelText('Username or name');
  fireEvent.input(field, { target: { value: 'b' } });
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  fireEvent.click(screen.getByRole('button', { name: 'Start conversation' }));
  await waitFor(() => expect(window.location.hash).toBe(`#/c/${TALK}`));
});
