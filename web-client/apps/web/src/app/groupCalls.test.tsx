import { ALICE, BOB, callAt, callChangeAt, muteAt, summaryAt, timeOf } from '@parley/client/testing/log';
import { problemBody } from '@parley/client/testing/problemBody';
import type { EventFrame, OngoingCall } from '@parley/protocol/types';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeConnection, fakeTrack } from '@/features/calls/testing/FakeConnection';
import { Stage } from './testing/stage';

const stage = new Stage();

const GROUP = '00000000-0000-7000-8000-0000000000e1';
const FEED = '00000000-0000-4000-8000-0000000000f1';
const CAROL = '00000000-0000-7000-8000-0000000000c3';

beforeEach(() => {
  FakeConnection.all.length = 0;
  sessionStorage.clear();
  vi.stubGlobal('RTCPeerConnection', FakeConnection);
  vi.stubGlobal('RTCRtpReceiver', { getCapabilities: () => null });
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: { getUserMedia: async () => new MediaStream([fakeTrack()]), enumerateDevices: async () => [] },
  });
});

afterEach(() => {
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined });
});

const inGroup = (event: EventFrame): EventFrame => ({
  ...event,
  conversation: GROUP,
  data: { ...event.data, conversation: GROUP },
});

const where = { conversation: GROUP, call: 'm2' };
const bob = { feed: FEED, user: BOB, microphone: true, camera: false, screen: false, hand: false };

function going(more: Partial<OngoingCall> = {}): OngoingCall {
  const place = { conversation: GROUP, message: 'm2', number: 2, sequence: 2 };
  return { ...place, state: 'accepted', video: false, remainingMs: 0, here: true, iceServers: [], ...more };
}

const refusal = (status: number, code: string) => () =>
  new Response(JSON.stringify(problemBody(status, code, 'No.')), { status });

async function enterGroup(role: 'owner' | 'member' = 'owner') {
  const group = {
    ...summaryAt(1),
    ...{ conversation: GROUP, kind: 'group', name: 'Tea party' },
    lastMessage: { number: 1, author: BOB, text: 'text 1', at: timeOf(1) },
    roles: [{ member: ALICE, role }],
  };
  stage.answering('GET', /conversations\?/, () => ({ items: [group], next: null }));
  const bobs = { number: 1, sequence: 1, message: 'm1', author: BOB, text: 'text 1', at: timeOf(1) };
  stage.answering('GET', /messages\?before=[2-9]/, () => ({ items: [bobs], next: null }));
  const socket = await stage.enter(`#/c/${GROUP}`);
  await screen.findByRole('textbox', { name: 'Message' });
  return socket;
}

/** Bob began a call, and this person joins it. */
async function joined(role: 'owner' | 'member' = 'owner') {
  stage.answering('POST', /conversations\/[^/]+\/calls$/, () => going());
  const socket = await enterGroup(role);
  act(() => socket.says(inGroup(callAt(2, 'audio', new Date().toISOString()))));
  fireEvent.click(await screen.findByRole('button', { name: 'Join the call' }));
  const panel = within(await screen.findByRole('region', { name: 'Call in Tea party' }));
  await waitFor(() => expect(socket.sentOf('sfu.join').at(-1)).toMatchObject({ ...where, anew: true }));
  act(() => socket.says({ type: 'sfu.joined', ...where, epoch: 1, feed: 'own' }));
  await waitFor(() => expect(socket.sentOf('sfu.publish')).toHaveLength(1));
  act(() => {
    socket.says({ type: 'sfu.published', ...where, sdp: 'v=0' });
    socket.says({ type: 'sfu.feeds', ...where, version: 1, feeds: [bob] });
    FakeConnection.all[0]?.becomes('connected');
  });
  await panel.findByText('2 people');
  return { socket, panel };
}

test('somebody joins the call that goes on, hears the others, raises a hand and leaves', async () => {
  const { socket, panel } = await joined();
  expect(socket.sentOf('sfu.publish')[0]?.sources).toEqual({
    0: 'microphone',
    1: 'camera',
    2: 'screen',
  });
  expect(socket.sentOf('sfu.want').at(-1)?.streams).toEqual([{ feed: FEED, source: 'microphone', layer: 0 }]);
  act(() =>
    socket.says({
      type: 'sfu.offer',
      ...where,
      ...{ offer: 1, sdp: 'v=0', streams: [{ mid: '0', feed: FEED, source: 'microphone' }] },
    }),
  );
  await waitFor(() => expect(socket.sentOf('sfu.answer').at(-1)?.offer).toBe(1));
  await stage.expectAccessible();

  act(() => socket.says({ type: 'sfu.feeds', ...where, version: 2, feeds: [{ ...bob, microphone: false }] }));
  await panel.findByText('Bob Brown is muted');
  act(() => socket.says({ type: 'sfu.feeds', ...where, version: 1, feeds: [] }));
  expect(panel.getByText('Bob Brown is muted')).toBeTruthy();

  fireEvent.click(panel.getByRole('button', { name: 'Raise your hand' }));
  await waitFor(() =>
    expect(socket.sentOf('sfu.state').at(-1)).toMatchObject({ hand: true, microphone: true }),
  );
  fireEvent.click(panel.getByRole('button', { name: 'Mute' }));
  await waitFor(() => expect(socket.sentOf('sfu.state').at(-1)?.microphone).toBe(false));

  const ended: unknown[] = [];
  stage.answering('POST', /end$/, (body) => {
    ended.push(JSON.parse(body ?? ''));
    return new Response(null, { status: 204 });
  });
  fireEvent.click(panel.getByRole('button', { name: 'Leave the call' }));
  await waitFor(() => expect(ended).toEqual([{ failed: false }]));
  expect(FakeConnection.all.every(({ connectionState }) => connectionState === 'closed')).toBe(true);
  expect(await screen.findByRole('button', { name: 'Join the call' })).toBeTruthy();
});

test('what the media server forgot is made anew as long as this device is in the call', async () => {
  const { socket, panel } = await joined();
  stage.answering('GET', /calls\/m2$/, () => going());
  const before = socket.sentOf('sfu.join').length;
  act(() => socket.says({ type: 'sfu.reset', ...where }));
  await waitFor(() => expect(socket.sentOf('sfu.join')).toHaveLength(before + 1));
  expect(FakeConnection.all[0]?.connectionState).toBe('closed');
  act(() => socket.says({ type: 'sfu.joined', ...where, epoch: 2, feed: 'another' }));
  await waitFor(() => expect(socket.sentOf('sfu.publish')).toHaveLength(2));

  stage.answering('GET', /calls\/m2$/, refusal(404, 'conversation_unknown'));
  act(() => socket.says({ type: 'sfu.reset', ...where }));
  await panel.findByText(/You are not in the call/);
});

test('whoever is muted in the group is not in its call, and is offered it again when they may speak', async () => {
  const { socket, panel } = await joined('member');
  stage.answering('GET', /calls\/m2$/, () => going({ here: false, people: [BOB] }));
  stage.answering('PUT', /calls\/m2\/answer$/, refusal(403, 'muted'));
  act(() => {
    socket.says(inGroup(muteAt(3, new Date(Date.now() + 60_000).toISOString())));
    socket.says({ type: 'sfu.reset', ...where });
  });
  await panel.findByText('You are not in the call. You are muted in this group for now.');
  expect(FakeConnection.all.every(({ connectionState }) => connectionState === 'closed')).toBe(true);
  expect(screen.queryByRole('button', { name: 'Join the call' })).toBeNull();
  act(() => socket.says(inGroup(muteAt(4, null))));
  await screen.findByRole('button', { name: 'Join the call' });
});

test('who comes and goes is told by name, together where it happens at once', async () => {
  const { socket, panel } = await joined();
  const carol = { ...bob, feed: '00000000-0000-4000-8000-0000000000f2', user: CAROL };
  act(() => socket.says({ type: 'sfu.feeds', ...where, version: 2, feeds: [bob, carol] }));
  await panel.findByText(/joined$/);
  expect(panel.queryByText(/left$/)).toBeNull();
  act(() => socket.says({ type: 'sfu.feeds', ...where, version: 3, feeds: [carol] }));
  act(() => socket.says({ type: 'sfu.feeds', ...where, version: 4, feeds: [bob, carol] }));
  act(() => socket.says({ type: 'sfu.feeds', ...where, version: 5, feeds: [bob] }));
  const left = await panel.findByText(/left$/);
  expect(left.closest('[role=status]')?.textContent).not.toContain('Bob Brown');

  fireEvent.click(panel.getByRole('button', { name: 'Everybody in the call' }));
  const everybody = within(await screen.findByRole('dialog', { name: 'Everybody in the call' }));
  expect(everybody.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('You'),
    expect.stringContaining('Bob Brown'),
  ]);
  await stage.expectAccessible();
});

test('it ends for everybody with its message', async () => {
  const { socket, panel } = await joined();
  act(() => socket.says(inGroup(callChangeAt(3, 2, BOB, 'completed', 65))));
  await panel.findByText('Call ended');
  expect(await screen.findByRole('button', { name: 'Start a call' })).toBeTruthy();
});

test('where groups have no calls that is said', async () => {
  stage.answering('POST', /conversations\/[^/]+\/calls$/, refusal(422, 'no_group_calls'));
  await enterGroup();
  fireEvent.click(await screen.findByRole('button', { name: 'Start a call' }));
  await screen.findByText(/it has no media server/);
});
