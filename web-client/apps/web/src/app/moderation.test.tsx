import { ALICE, BOB, summaryAt, timeOf } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();
const GROUP = '00000000-0000-7000-8000-0000000000e1';
const REPORT = '00000000-0000-3000-8000-0000000000f1';
const at = timeOf(1);
const bob = {
  user: BOB,
  username: 'bob',
  displayName: 'Bob Brown',
  online: false,
  lastSeen: null,
  asOf: 1,
};

/** A group in which Bob wrote a message. */
async function enter(owner: string, mutes: { member: string; until: string }[] = []) {
  const lastMessage = { number: 1, author: BOB, text: 'something rude', at };
  const tea = {
    ...summaryAt(1),
    conversation: GROUP,
    kind: 'group' as const,
    name: 'Tea party',
    roles: [{ member: owner, role: 'owner' as const }],
    mutes,
    lastMessage,
  };
  stage.answering('GET', /conversations\?/, () => ({ items: [tea], next: null }));
  const message = { number: 1, sequence: 1, message: 'm1', author: BOB, text: 'something rude', at };
  stage.answering('GET', /messages\?before=/, () => ({ items: [message], next: null }));
  const socket = await stage.enter(`#/c/${GROUP}`);
  await screen.findByText('something rude', { selector: 'div' });
  return socket;
}

test('a message is reported with a reason, or the one who wrote it', async () => {
  await enter(BOB);
  const post = vi.fn((_: string | undefined) => ({ conversation: GROUP, position: 9 }));
  stage.answering('POST', /messages\/m1\/reports\?sequence=1$/, post);
  fireEvent.click(await screen.findByRole('button', { name: 'Options for this message' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Report' }));
  const dialog = await screen.findByRole('dialog', { name: 'Report' });
  fireEvent.change(within(dialog).getByRole('textbox', { name: /Why/ }), {
    target: { value: 'It is rude' },
  });
  await stage.expectAccessible();
  fireEvent.click(within(dialog).getByRole('button', { name: 'Report' }));
  await within(dialog).findByText(/You have reported it/);
  expect(JSON.parse(post.mock.calls[0]?.[0] ?? '')).toEqual({ line: 'It is rude' });
});

test('who leads the group sees a report as it comes, with the message, and deals with it', async () => {
  let items: object[] = [];
  stage.answering('GET', new RegExp(`conversations/${GROUP}/reports$`), () => ({ items }));
  const socket = await enter(ALICE);
  expect(screen.queryByRole('button', { name: /Reports/ })).toBeNull();
  items = [
    {
      report: REPORT,
      reporter: bob,
      about: bob,
      message: { message: 'm1', number: 1, sequence: 1, text: 'something rude' },
      line: 'It is rude',
      at,
    },
  ];
  const filed = {
    conversation: GROUP,
    report: REPORT,
    reporter: BOB,
    about: BOB,
    number: 1,
    target: 1,
    told: [ALICE],
    content: { line: 'It is rude' },
  };
  act(() =>
    socket.says({
      type: 'event',
      stream: `report/${GROUP}/${REPORT}`,
      sequence: 0,
      position: 9,
      at,
      name: 'report.filed.v1',
      data: filed,
      cursor: 'c9',
    }),
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Reports, 1' }));
  const dialog = await screen.findByRole('dialog', { name: 'Reports' });
  await within(dialog).findByText('It is rude');
  await within(dialog).findByText('something rude');
  await stage.expectAccessible();
  const deleted = vi.fn(() => ({
    conversation: GROUP,
    message: 'm1',
    sequence: 2,
    recorded: at,
    position: 10,
  }));
  stage.answering('DELETE', /messages\/m1\?sequence=1$/, deleted);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Delete message' }));
  await waitFor(() => expect(deleted).toHaveBeenCalledOnce());
  const banned = vi.fn(() => ({ conversation: GROUP, position: 11 }));
  stage.answering('DELETE', new RegExp(`members/${BOB}\\?ban=true$`), banned);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Remove Bob Brown for good' }));
  await waitFor(() => expect(banned).toHaveBeenCalledOnce());
  stage.answering('DELETE', new RegExp(`reports/${REPORT}$`), () => {
    items = [];
    return { conversation: GROUP, position: 12 };
  });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Dealt with' }));
  await within(dialog).findByText('Nothing is reported.');
});

test('who leads the group mutes a member from a report, and lets them speak from the list of members', async () => {
  const item = { report: REPORT, reporter: bob, about: bob, at };
  stage.answering('GET', new RegExp(`conversations/${GROUP}/reports$`), () => ({ items: [item] }));
  const socket = await enter(ALICE);
  fireEvent.click(await screen.findByRole('button', { name: 'Reports, 1' }));
  const reports = await screen.findByRole('dialog', { name: 'Reports' });
  fireEvent.click(await within(reports).findByRole('button', { name: 'Mute Bob Brown' }));
  const muted = vi.fn((_: string | undefined) => ({ conversation: GROUP, position: 11 }));
  stage.answering('PUT', new RegExp(`members/${BOB}/mute$`), muted);
  fireEvent.click(within(reports).getByRole('radio', { name: '1 hour' }));
  await stage.expectAccessible();
  fireEvent.click(within(reports).getByRole('button', { name: 'Mute' }));
  await within(reports).findByRole('button', { name: 'Dealt with' });
  expect(JSON.parse(muted.mock.calls[0]?.[0] ?? '')).toEqual({ minutes: 60 });
  fireEvent.click(within(reports).getByRole('button', { name: 'Close' }));

  const until = new Date(Date.now() + 3_600_000).toISOString();
  act(() => socket.says(muteFrame(2, BOB, ALICE, until)));
  await screen.findByText(/You muted Bob Brown until/);
  fireEvent.click(screen.getByRole('button', { name: 'Group info' }));
  const info = await screen.findByRole('dialog');
  await within(info).findByText(/Muted until/);
  fireEvent.click(within(info).getByRole('button', { name: 'Mute Bob Brown' }));
  await stage.expectAccessible();
  const lifted = vi.fn(() => ({ conversation: GROUP, position: 12 }));
  stage.answering('DELETE', new RegExp(`members/${BOB}/mute$`), lifted);
  fireEvent.click(within(info).getByRole('button', { name: 'Let them speak' }));
  await waitFor(() => expect(lifted).toHaveBeenCalledOnce());
});

test('who is muted is told until when and writes again when it is over', async () => {
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const socket = await enter(BOB, [{ member: ALICE, until }]);
  await screen.findByText(/You are muted in this group until/);
  expect(screen.queryByRole('textbox', { name: /message/i })).toBeNull();
  act(() => socket.says(muteFrame(2, ALICE, BOB)));
  await screen.findByText('Bob Brown let you speak again');
  await screen.findByRole('textbox', { name: /message/i });

  act(() => socket.says(muteFrame(3, ALICE, BOB, new Date(Date.now() + 400).toISOString())));
  await screen.findByText(/Bob Brown muted you until/);
  await waitFor(() => expect(screen.queryByText(/You are muted/)).toBeNull(), { timeout: 3_000 });
  await screen.findByRole('textbox', { name: /message/i });
});

const muteFrame = (sequence: number, member: string, changedBy: string, until?: string) => ({
  type: 'event' as const,
  conversation: GROUP,
  sequence,
  position: 10 + sequence,
  at,
  name: 'conversation.mute-changed.v1',
  data: { conversation: GROUP, member, changedBy, ...(until ? { until } : {}) },
  cursor: `c${sequence}`,
});
