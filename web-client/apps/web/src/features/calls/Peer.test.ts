import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Peer } from './Peer';
import { readSignal, type Signal, writeSignal } from './Signal';
import type { PeerState } from './Sources';
import { FakeConnection, fakeTrack } from './testing/FakeConnection';

/** One side of a call, and what it said. */
class Side {
  readonly said: Signal[] = [];
  readonly states: PeerState[] = [];
  connected = false;
  closed = false;
  failed = false;
  readonly peer: Peer;

  constructor(
    readonly caller: boolean,
    private readonly network: { carries: boolean; other: Side | null },
    moves = 0,
  ) {
    this.peer = new Peer(
      caller,
      { iceServers: [] },
      {
        send: (signal) => {
          this.said.push(signal);
          const heard = readSignal(writeSignal(signal));
          if (this.network.carries && heard) this.network.other?.peer.receive(heard);
        },
        tracks: () => {},
        state: (state) => this.states.push(state),
        connected: (connected) => {
          this.connected = connected;
        },
        closed: () => {
          this.closed = true;
        },
        failed: () => {
          this.failed = true;
        },
      },
      moves,
    );
  }

  get connection(): FakeConnection {
    const own = this.peer.connection;
    const found = FakeConnection.all.find((each) => Object.is(each, own));
    if (!found) throw new Error('There is no connection.');
    return found;
  }
}

function twoSides() {
  const toCallee: { carries: boolean; other: Side | null } = { carries: true, other: null };
  const toCaller: { carries: boolean; other: Side | null } = { carries: true, other: null };
  const caller = new Side(true, toCallee);
  const callee = new Side(false, toCaller);
  toCallee.other = callee;
  toCaller.other = caller;
  return { caller, callee, toCallee, toCaller };
}

const settle = () => vi.advanceTimersByTimeAsync(100);

beforeEach(() => {
  vi.useFakeTimers();
  FakeConnection.all.length = 0;
  vi.stubGlobal('RTCPeerConnection', FakeConnection);
  vi.stubGlobal('RTCRtpReceiver', { getCapabilities: () => null });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the caller offers, who was called answers, and both have a place for every source', async () => {
  const { caller, callee } = twoSides();
  const track = fakeTrack();
  await caller.peer.put('camera', track);
  caller.peer.start();
  callee.peer.start();
  await settle();
  expect(caller.connection.signalingState).toBe('stable');
  expect(callee.connection.signalingState).toBe('stable');
  expect(caller.connection.transceivers.map(({ kind }) => kind)).toEqual(['audio', 'video', 'video']);
  expect(caller.connection.transceivers[1]?.sent).toBe(track);
  expect(FakeConnection.all).toHaveLength(2);
});

test('what is prepared while it rings is said once the call is answered', async () => {
  const { caller, callee } = twoSides();
  caller.peer.prepare();
  await settle();
  caller.connection.finds('early');
  await settle();
  expect(caller.said).toEqual([]);
  expect(caller.connection.signalingState).toBe('have-local-offer');
  caller.peer.start();
  callee.peer.start();
  await settle();
  expect(FakeConnection.all).toHaveLength(2);
  expect(caller.connection.signalingState).toBe('stable');
  expect(callee.connection.candidates).toEqual(['early']);
});

test('a source changes without another offer', async () => {
  const { caller, callee } = twoSides();
  caller.peer.start();
  callee.peer.start();
  await settle();
  const offers = caller.said.length;
  const track = fakeTrack();
  await caller.peer.put('screen', track);
  await settle();
  expect(caller.connection.transceivers[2]?.sent).toBe(track);
  expect(caller.said).toHaveLength(offers);
});

test('candidates that come before the description wait for it, and those of an earlier session are left out', async () => {
  const { caller, callee, toCallee } = twoSides();
  toCallee.carries = false;
  caller.peer.start();
  callee.peer.start();
  await settle();
  caller.connection.finds('early');
  await settle();
  const [offer, early] = [
    caller.said.find((signal) => 'description' in signal),
    caller.said.find((signal) => 'candidates' in signal),
  ];
  if (!offer || !early) throw new Error('Nothing was said.');
  callee.peer.receive(early);
  callee.peer.receive({ session: '0', candidates: [{ candidate: 'stale' }] });
  toCallee.carries = true;
  callee.peer.receive(offer);
  await settle();
  expect(callee.connection.candidates).toEqual(['early']);
});

test('an offer or an answer that is lost is said again', async () => {
  const { caller, callee, toCallee, toCaller } = twoSides();
  toCallee.carries = false;
  caller.peer.start();
  callee.peer.start();
  await settle();
  expect(callee.peer.connection).toBeNull();
  toCallee.carries = true;
  toCaller.carries = false;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(callee.connection.signalingState).toBe('stable');
  expect(caller.connection.signalingState).toBe('have-local-offer');
  toCaller.carries = true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(caller.connection.signalingState).toBe('stable');
});

test('offers that cross end stable, and who was called gives way', async () => {
  const { caller, callee } = twoSides();
  caller.peer.start();
  callee.peer.start();
  await settle();
  caller.connection.restartIce();
  callee.connection.restartIce();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(caller.connection.signalingState).toBe('stable');
  expect(callee.connection.signalingState).toBe('stable');
});

test('a lost connection is looked for anew after two seconds, and given up after thirty', async () => {
  const { caller, callee } = twoSides();
  caller.peer.start();
  callee.peer.start();
  await settle();
  caller.connection.becomes('connected');
  expect(caller.connected).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(caller.failed).toBe(false);
  caller.connection.becomes('disconnected');
  expect(caller.connection.restarts).toBe(0);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(caller.connection.restarts).toBe(1);
  await vi.advanceTimersByTimeAsync(27_000);
  expect(caller.failed).toBe(false);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(caller.failed).toBe(true);
});

test('whoever was called and comes back after a reload gets a session of its own', async () => {
  const { caller, callee, toCallee, toCaller } = twoSides();
  caller.peer.start();
  callee.peer.start();
  await settle();
  const before = caller.connection;
  callee.peer.close();
  const again = new Side(false, toCaller);
  toCallee.other = again;
  again.peer.start();
  await settle();
  expect(caller.connection).not.toBe(before);
  expect(before.connectionState).toBe('closed');
  expect(caller.connection.signalingState).toBe('stable');
  expect(again.connection.signalingState).toBe('stable');
});

test('a caller who comes back after a reload begins a new session, and what is left of the old one changes nothing', async () => {
  const { caller, callee, toCallee, toCaller } = twoSides();
  caller.peer.start();
  callee.peer.start();
  await settle();
  const before = callee.connection;
  const stale = caller.said.find((signal) => 'description' in signal);
  caller.peer.close();
  await vi.advanceTimersByTimeAsync(5);
  const again = new Side(true, toCallee);
  toCaller.other = again;
  again.peer.start();
  await settle();
  const now = callee.connection;
  expect(now).not.toBe(before);
  if (stale) callee.peer.receive(stale);
  await settle();
  expect(callee.connection).toBe(now);
  expect(again.connection.signalingState).toBe('stable');
});

test('a device that a call was moved to begins a new session, though its clock is late, and the one before is told', async () => {
  const { caller, callee, toCallee, toCaller } = twoSides();
  caller.peer.start();
  callee.peer.start();
  await settle();
  caller.connection.becomes('connected');
  const before = callee.connection;
  vi.setSystemTime(Date.now() - 3_600_000);
  const moved = new Side(true, toCallee, 1);
  toCaller.other = moved;
  moved.peer.start();
  await settle();
  expect(callee.connection).not.toBe(before);
  expect(moved.connection.signalingState).toBe('stable');
  caller.connection.channel.onclose();
  expect(caller.closed).toBe(true);
  const { channel } = moved.connection;
  moved.peer.close();
  channel.onclose();
  expect(moved.closed).toBe(false);
});

test('what one side says of itself is told once the two are connected, and what is no signal is nothing', async () => {
  const { caller, callee } = twoSides();
  caller.peer.say({ microphone: true, camera: false, screen: false, held: false });
  caller.peer.start();
  callee.peer.start();
  await settle();
  caller.connection.becomes('connected');
  const [said] = caller.connection.channel.said;
  callee.connection.channel.onmessage({ data: said ?? '' });
  expect(callee.states).toEqual([{ microphone: true, camera: false, screen: false, held: false }]);
  expect(readSignal('nonsense')).toBeNull();
  expect(readSignal('{"session":"s","turn":1,"description":{"type":"rollback","sdp":""}}')).toBeNull();
});

test('a state is told only where it differs: two sides that answer each other would never fall silent', async () => {
  const { caller, callee } = twoSides();
  caller.peer.start();
  callee.peer.start();
  await settle();
  caller.connection.becomes('connected');
  const { channel } = caller.connection;
  const said = channel.said.length;
  const muted: PeerState = { microphone: false, camera: true, screen: false, held: false };
  caller.peer.say(muted);
  caller.peer.say({ ...muted });
  expect(channel.said).toHaveLength(said + 1);
});

test('a track that is sent already is not put in its place again', async () => {
  const { caller, callee } = twoSides();
  caller.peer.start();
  callee.peer.start();
  await settle();
  const track = fakeTrack();
  await caller.peer.put('camera', track);
  const replaced = vi.spyOn(caller.connection.transceivers[1]?.sender ?? never(), 'replaceTrack');
  await caller.peer.put('camera', track);
  expect(replaced).not.toHaveBeenCalled();
  await caller.peer.put('camera', null);
  expect(replaced).toHaveBeenCalledOnce();
});

function never(): never {
  throw new Error('There is no place for a camera.');
}
