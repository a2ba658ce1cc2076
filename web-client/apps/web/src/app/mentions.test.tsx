import { ALICE, BOB, eventAt, messageEventAt, summaryAt, TALK, timeOf } from '@parley/client/testing/log';
import type { ConversationView } from '@parley/protocol/types';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

const composer = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });

/** Types into the composer; the caret stands at the end. */
function type(text: string) {
  const field = composer();
  field.focus();
  fireEvent.change(field, { target: { value: text } });
  field.setSelectionRange(text.length, text.length);
  fireEvent.select(field);
}

function mentioning(sequence: number) {
  const event = messageEventAt(sequence);
  const mentions = [
    { user: ALICE, from: 0, length: 6 },
    { user: BOB, from: 11, length: 4 },
  ];
  return { ...event, data: { ...event.data, content: { text: '@alice and @bob!', mentions } } };
}

test('who is meant by an at sign is offered while it is typed, and is mentioned where the text is sent', async () => {
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  type('Look, @br');
  const offered = await screen.findByRole('listbox', { name: 'Suggestions' });
  within(offered).getByRole('option', { name: /Bob Brown/, selected: true });
  expect(composer().getAttribute('aria-activedescendant')).toBe(within(offered).getByRole('option').id);
  await stage.expectAccessible();
  fireEvent.keyDown(composer(), { key: 'Enter' });
  expect(composer().value).toBe('Look, @bob ');
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  expect(socket.sentOf('send')).toHaveLength(0);

  type('Look, @bob, not `@bob` or @nobody');
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  fireEvent.keyDown(composer(), { key: 'Enter' });
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(1));
  expect(socket.sentOf('send')[0]).toMatchObject({
    text: 'Look, @bob, not `@bob` or @nobody',
    mentions: [{ user: BOB, from: 6, length: 4 }],
  });
});

test('Escape does without what is offered, and leaves what was typed', async () => {
  await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  type('@bo');
  await screen.findByRole('option', { name: /Bob Brown/ });
  fireEvent.keyDown(composer(), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  expect(composer().value).toBe('@bo');
});

test('who is mentioned is called what they are called now, and the list tells that one was', async () => {
  const socket = await stage.enter('#/');
  await screen.findByRole('link', { name: /Bob Brown/ });
  act(() => socket.says(mentioning(1)));
  await screen.findByRole('link', { name: /1 mention/ });
  act(() => {
    window.location.hash = `#/c/${TALK}`;
  });
  await screen.findByRole('button', { name: '@Bob Brown' });
  screen.getByRole('button', { name: '@Alice Archer' });
  act(() =>
    socket.says({
      type: 'event',
      stream: `account/${BOB}`,
      sequence: 1,
      position: 112,
      at: timeOf(1),
      name: 'account.profile-changed.v1',
      data: { account: BOB, content: { username: 'robert', displayName: 'Robert', about: null } },
      cursor: 'k112',
    }),
  );
  await screen.findByRole('button', { name: '@Robert' });
});

test('a button leads to the first unread mention', async () => {
  const socket = await stage.enter('#/');
  await screen.findByRole('link', { name: /Bob Brown/ });
  act(() => {
    socket.says(mentioning(1));
    socket.says(eventAt(2));
    socket.says(mentioning(3));
  });
  act(() => {
    window.location.hash = `#/c/${TALK}`;
  });
  await screen.findAllByRole('button', { name: '@Bob Brown' });
  // What this person wrote reads what was before it.
  fireEvent.click(await screen.findByRole('button', { name: 'Mention' }));
  await waitFor(() =>
    expect(socket.sentOf('read').length + socket.sentOf('received').length).toBeGreaterThan(0),
  );
});

test('an emoji is completed by its name', async () => {
  await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  type('Hooray :tad');
  await screen.findByRole('option', { name: /:tada:/ });
  fireEvent.keyDown(composer(), { key: 'Tab' });
  expect(composer().value).toBe('Hooray 🎉 ');
});

const EVERYONE = '00000000-0000-0000-0000-000000000000';

/** A group of so many people, in which Alice is a member. */
async function enterGroup(people: number, change: Partial<ConversationView> = {}) {
  const [alice, bob] = summaryAt(0).members;
  if (!alice || !bob) throw new Error('Nobody is there.');
  const others = Array.from({ length: people - 2 }, (_, i) => ({
    ...bob,
    user: `00000000-0000-7000-8000-0000000001${10 + i}`,
    username: `person_${i}`,
    displayName: `Person ${i}`,
  }));
  const group = { kind: 'group', name: 'Tea party', members: [alice, bob, ...others], ...change };
  stage.answering('GET', /conversations\?/, () => ({ items: [{ ...summaryAt(0), ...group }], next: null }));
  stage.answering('GET', /messages\?/, () => ({ items: [], next: null }));
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  return socket;
}

test('everyone in a large group is mentioned at once, after a question', async () => {
  const socket = await enterGroup(22);
  type('@al');
  fireEvent.click(await screen.findByRole('option', { name: /Everyone here/ }));
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  type('@all tea is ready');
  fireEvent.keyDown(composer(), { key: 'Enter' });
  const question = within(await screen.findByRole('alertdialog', { name: 'Mention everyone?' }));
  question.getByText('21 people will be told of this message.');
  await stage.expectAccessible();
  expect(socket.sentOf('send')).toHaveLength(0);
  fireEvent.click(question.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(1));
  expect(socket.sentOf('send')[0]).toMatchObject({
    text: '@all tea is ready',
    mentions: [{ user: EVERYONE, from: 0, length: 4 }],
  });
});

test('who may not mention everyone writes the same and mentions nobody', async () => {
  const settings = {
    add: 'admin',
    write: 'member',
    edit: 'admin',
    history: 'joining',
    mention: 'admin',
  } as const;
  const socket = await enterGroup(22, { settings });
  type('@all tea is ready');
  fireEvent.keyDown(composer(), { key: 'Enter' });
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(1));
  expect(socket.sentOf('send')[0]).not.toHaveProperty('mentions');
});

test('in a muted conversation a mention of everyone calls nobody, and one by name does', async () => {
  const muted = { pinned: false, archived: false, favourite: false, unread: false, asOf: 1 };
  const socket = await enterGroup(3, {
    arrangement: { ...muted, mutedUntil: '2999-01-01T00:00:00Z' },
  });
  act(() => {
    window.location.hash = '#/';
  });
  const saying = (sequence: number, user: string) => {
    const event = messageEventAt(sequence);
    const content = { text: '@all', mentions: [{ user, from: 0, length: 4 }] };
    return { ...event, data: { ...event.data, author: BOB, content } };
  };
  act(() => socket.says(saying(1, EVERYONE)));
  await screen.findByRole('link', { name: /1 unread/ });
  expect(document.title).toBe('Parley');
  act(() => socket.says(saying(2, ALICE)));
  await waitFor(() => expect(document.title).toContain('1'));
});
