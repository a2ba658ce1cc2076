import { ALICE, BOB, callAt, callChangeAt, TALK } from '@parley/client/testing/log';
import { problemBody } from '@parley/client/testing/problemBody';
import type { OngoingCall } from '@parley/protocol/types';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeConnection, fakeTrack, lastConnection } from '@/features/calls/testing/FakeConnection';
import { Stage } from './testing/stage';

const stage = new Stage();

let microphone: () => Promise<MediaStream>;

beforeEach(() => {
  FakeConnection.all.length = 0;
  sessionStorage.clear();
  microphone = async () => new MediaStream([fakeTrack()]);
  vi.stubGlobal('RTCPeerConnection', FakeConnection);
  vi.stubGlobal('RTCRtpReceiver', { getCapabilities: () => null });
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: { getUserMedia: () => microphone(), enumerateDevices: async () => [] },
  });
});

afterEach(() => {
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined });
});

const now = () => new Date().toISOString();

function ongoing(state: string, more: Partial<OngoingCall> = {}): OngoingCall {
  const place = { conversation: TALK, message: 'm1', number: 1, sequence: 1 };
  return { ...place, state, video: false, remainingMs: 40_000, here: false, iceServers: [], ...more };
}

const refusal = (code: string) => () =>
  new Response(JSON.stringify(problemBody(410, code, 'No.')), { status: 410 });

async function enterTalk() {
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  await screen.findByRole('button', { name: 'Call Bob Brown' });
  return socket;
}

/** Bob calls. */
async function ringsAt() {
  stage.answering('GET', /calls\/m1$/, () => ongoing('ringing'));
  const socket = await enterTalk();
  act(() => socket.says(callAt(1, 'audio', now())));
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Bob Brown is calling' }));
  return { socket, dialog };
}

test('a call rings, is answered, goes on, and ends when the other hangs up', async () => {
  stage.answering('PUT', /calls\/m1\/answer$/, () => ongoing('accepted', { here: true }));
  const { socket, dialog } = await ringsAt();
  await stage.expectAccessible();
  fireEvent.click(dialog.getByRole('button', { name: 'Accept' }));
  const panel = within(await screen.findByRole('region', { name: 'Call with Bob Brown' }));
  expect(screen.queryByRole('alertdialog')).toBeNull();
  await waitFor(() => expect(socket.sentOf('call.signal')).not.toHaveLength(0));
  act(() => {
    socket.says(callChangeAt(2, 1, ALICE, 'accepted'));
    socket.says({
      type: 'call.signal',
      conversation: TALK,
      call: 'm1',
      from: BOB,
      data: JSON.stringify({ session: 's1', turn: 1, description: { type: 'offer', sdp: 'v=0\n' } }),
    });
  });
  await waitFor(() => expect(lastConnection().signalingState).toBe('stable'));
  expect(socket.sentOf('call.signal').at(-1)?.data).toContain('"answer"');
  act(() => lastConnection().becomes('connected'));
  await panel.findByText('0:00');
  await stage.expectAccessible();
  fireEvent.click(panel.getByRole('button', { name: 'Mute' }));
  await panel.findByRole('button', { name: 'Unmute' });
  expect(lastConnection().channel.said.at(-1)).toContain('"microphone":false');
  act(() => socket.says(callChangeAt(3, 1, BOB, 'completed', 192)));
  await panel.findByText('Call ended');
  expect(lastConnection().connectionState).toBe('closed');
  expect(screen.getByText('· 3:12')).toBeTruthy();
});

test('a call is declined with a message', async () => {
  const asked: unknown[] = [];
  stage.answering('POST', /calls\/m1\/end$/, (body) => {
    asked.push(JSON.parse(body ?? ''));
    return new Response(null, { status: 204 });
  });
  const { socket, dialog } = await ringsAt();
  fireEvent.click(dialog.getByRole('button', { name: 'Decline with a message' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Give me a few minutes.' }));
  await waitFor(() => expect(asked).toEqual([{ failed: false }]));
  expect(screen.queryByRole('alertdialog')).toBeNull();
  await waitFor(() => expect(socket.sentOf('send').at(-1)?.text).toBe('Give me a few minutes.'));
});

test('a call that is given up stops ringing and is missed; it can be called back', async () => {
  const { socket } = await ringsAt();
  act(() => socket.says(callChangeAt(2, 1, BOB, 'cancelled')));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  const started = vi.fn(() => ongoing('ringing', { here: true }));
  stage.answering('POST', /conversations\/[^/]+\/calls$/, started);
  expect(screen.getAllByText('Missed call').length).toBeGreaterThan(1);
  fireEvent.click(await screen.findByRole('button', { name: 'Call back' }));
  await waitFor(() => expect(started).toHaveBeenCalledOnce());
});

test('what is answered on another device stops ringing here, and says so', async () => {
  const { socket } = await ringsAt();
  act(() => socket.says(callChangeAt(2, 1, ALICE, 'accepted')));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  await screen.findByText('Answered on another device');
});

test('a call that ended before this device heard of it does not ring', async () => {
  const asked = vi.fn(refusal('call_over'));
  stage.answering('GET', /calls\/m1$/, asked);
  const socket = await enterTalk();
  act(() => socket.says(callAt(1, 'audio', now())));
  await waitFor(() => expect(asked).toHaveBeenCalled());
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('one calls, is answered, offers, and hangs up', async () => {
  let message = '';
  stage.answering('POST', /conversations\/[^/]+\/calls$/, (body) => {
    ({ message } = JSON.parse(body ?? ''));
    return ongoing('ringing', { message, here: true, iceServers: [{ urls: ['stun:stun.example.org'] }] });
  });
  const ended = vi.fn(() => new Response(null, { status: 204 }));
  stage.answering('POST', /end$/, ended);
  const socket = await enterTalk();
  fireEvent.click(screen.getByRole('button', { name: 'Call Bob Brown' }));
  const panel = within(await screen.findByRole('region', { name: 'Call with Bob Brown' }));
  await panel.findByText('Calling…');
  await waitFor(() => expect(message).not.toBe(''));
  await waitFor(() => expect(lastConnection().signalingState).toBe('have-local-offer'));
  act(() => lastConnection().finds('early'));
  expect(socket.sentOf('call.signal')).toHaveLength(0);
  const { data, ...place } = callAt(1, 'audio', now());
  act(() => {
    socket.says({ ...place, data: { ...data, author: ALICE, message } });
    socket.says(callChangeAt(2, 1, BOB, 'accepted'));
  });
  await waitFor(() => expect(socket.sentOf('call.signal')[0]?.data).toContain('"offer"'));
  await waitFor(() => expect(socket.sentOf('call.signal')[1]?.data).toContain('early'));
  expect(FakeConnection.all).toHaveLength(1);
  expect(socket.sentOf('call.signal').at(-1)?.call).toBe(message);
  expect(lastConnection().configuration.iceServers).toEqual([{ urls: ['stun:stun.example.org'] }]);
  fireEvent.click(panel.getByRole('button', { name: 'Hang up' }));
  await waitFor(() => expect(ended).toHaveBeenCalledOnce());
  await panel.findByText('Call ended');
});

test('one who is in another call is busy, and a refusal is told', async () => {
  stage.answering('POST', /conversations\/[^/]+\/calls$/, () => ongoing('busy'));
  await enterTalk();
  fireEvent.click(screen.getByRole('button', { name: 'Call Bob Brown' }));
  await screen.findByText('Busy in another call');
  stage.answering('POST', /conversations\/[^/]+\/calls$/, refusal('in_a_call'));
  fireEvent.click(screen.getByRole('button', { name: 'Call Bob Brown' }));
  await screen.findByText(/The call did not begin\. You are in another call/);
});

test('without a microphone one listens, and is told why one is not heard', async () => {
  microphone = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  stage.answering('PUT', /calls\/m1\/answer$/, () => ongoing('accepted', { here: true }));
  const { dialog } = await ringsAt();
  fireEvent.click(dialog.getByRole('button', { name: 'Accept' }));
  await screen.findByText(/You are not heard: the browser does not allow the microphone/);
  expect(screen.getByRole('button', { name: 'Unmute' })).toBeTruthy();
});

test('a call on another device goes on here, and there is told', async () => {
  const own = vi.fn(() => ({
    call: ongoing('accepted', { caller: BOB, moves: 2, talkedMs: 125_000 }),
  }));
  stage.answering('GET', /calls\/own$/, own);
  const asked: unknown[] = [];
  stage.answering('PUT', /calls\/m1\/device$/, (body) => {
    asked.push(JSON.parse(body ?? ''));
    return ongoing('accepted', { here: true, caller: BOB, moves: 3, talkedMs: 125_000 });
  });
  const socket = await enterTalk();
  const offer = within(await screen.findByRole('region', { name: 'You are in a call' }));
  await stage.expectAccessible();
  fireEvent.click(offer.getByRole('button', { name: 'Continue here' }));
  const panel = within(await screen.findByRole('region', { name: 'Call with Bob Brown' }));
  await waitFor(() => expect(socket.sentOf('call.signal').at(-1)?.data).toContain('hello'));
  expect(asked).toEqual([{ moves: 2 }]);
  act(() => {
    socket.says({
      type: 'call.signal',
      conversation: TALK,
      call: 'm1',
      from: BOB,
      data: JSON.stringify({ session: 's1', turn: 1, description: { type: 'offer', sdp: 'v=0\n' } }),
    });
  });
  await waitFor(() => expect(lastConnection().signalingState).toBe('stable'));
  act(() => lastConnection().becomes('connected'));
  await panel.findByText(/^2:0/);
  stage.answering('PUT', /calls\/m1\/lease$/, refusal('answered_elsewhere'));
  act(() => lastConnection().channel.onclose());
  await panel.findByText('The call goes on on another device');
  expect(lastConnection().connectionState).toBe('closed');
});

test('a call that was answered on another device is offered here until it ends, or is not wanted here', async () => {
  let call: OngoingCall | undefined;
  stage.answering('GET', /calls\/own$/, () => ({ call }));
  const { socket } = await ringsAt();
  call = ongoing('accepted', { caller: BOB, moves: 0, talkedMs: 0 });
  act(() => socket.says({ ...callChangeAt(2, 1, ALICE, 'accepted'), at: now() }));
  await screen.findByRole('region', { name: 'You are in a call' });
  call = undefined;
  act(() => socket.says(callChangeAt(3, 1, BOB, 'completed', 20)));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'You are in a call' })).toBeNull());
  call = ongoing('accepted', { message: 'm2', caller: BOB, moves: 0, talkedMs: 0 });
  act(() => socket.says({ ...callChangeAt(4, 1, ALICE, 'accepted'), at: now() }));
  fireEvent.click(await screen.findByRole('button', { name: 'Not now' }));
  expect(screen.queryByRole('region', { name: 'You are in a call' })).toBeNull();
});

test('where a call was moved by yet another device meanwhile it goes on there', async () => {
  stage.answering('GET', /calls\/own$/, () => ({
    call: ongoing('accepted', { caller: ALICE, moves: 0, talkedMs: 0 }),
  }));
  stage.answering('PUT', /calls\/m1\/device$/, refusal('answered_elsewhere'));
  await enterTalk();
  fireEvent.click(await screen.findByRole('button', { name: 'Continue here with video' }));
  await screen.findByText('The call goes on on another device');
  expect(FakeConnection.all).toHaveLength(0);
});

test('a tab that is reloaded is in its call still', async () => {
  const kept = { conversation: TALK, message: 'm1', caller: false, video: false, since: null };
  sessionStorage.setItem('parley.call', JSON.stringify({ ...kept, camera: false, muted: true }));
  stage.answering('GET', /calls\/m1$/, () => ongoing('accepted', { here: true }));
  const socket = await enterTalk();
  const panel = within(await screen.findByRole('region', { name: 'Call with Bob Brown' }));
  await panel.findByText('Connecting…');
  expect(panel.getByRole('button', { name: 'Unmute' })).toBeTruthy();
  await waitFor(() => expect(socket.sentOf('call.signal').at(-1)?.data).toContain('hello'));
});
