import { uuidv7 } from '@parley/client/text/uuidv7';
import { createStore } from 'zustand/vanilla';
import { chooseDevice, type DeviceKind } from './devices';
import { openScreen } from './openScreen';
import { type NoTrack, openTrack } from './openTrack';
import { Peer } from './Peer';
import { type Grade, Quality } from './Quality';
import { readSignal, writeSignal } from './Signal';
import { NO_TRACKS, type PeerState, type Source, type Tracks } from './Sources';

export interface TalkState {
  /** What is sent, or will be: none of it while it is off. */
  own: Tracks;
  /** Why there is no microphone or camera, where that was asked for. */
  lacks: { microphone: NoTrack | null; camera: NoTrack | null };
  muted: boolean;
  /** Put on hold by this person. */
  held: boolean;
  theirs: Tracks;
  their: PeerState;
  connected: boolean;
  /** Whether there was a connection before. */
  wasConnected: boolean;
  quality: Grade | null;
}

const NOTHING: TalkState = {
  own: NO_TRACKS,
  lacks: { microphone: null, camera: null },
  muted: false,
  held: false,
  theirs: NO_TRACKS,
  their: { microphone: true, camera: false, screen: false, held: false },
  connected: false,
  wasConnected: false,
  quality: null,
};

export interface TalkHandlers {
  send(data: string): void;
  connected(): void;
  closed(): void;
  failed(): void;
}

/** What is heard and seen in one call: this person's own devices, and the connection to the other's. */
export class Talk {
  readonly id = uuidv7();
  readonly store = createStore<TalkState>(() => NOTHING);
  #peer: Peer | null = null;
  #quality: Quality | null = null;
  #isConnecting = false;
  #closed = false;

  constructor(private readonly handlers: TalkHandlers) {}

  /** Opens this person's devices. Without them they still hear and see the other. */
  async open(camera: boolean, muted = false): Promise<void> {
    this.#set({ muted });
    await Promise.all([this.#openMicrophone(), camera ? this.setCamera(true) : undefined]);
  }

  /** Makes ready what takes its time while it rings at the other's. */
  prepare(caller: boolean, iceServers: RTCIceServer[], moves = 0): void {
    this.#peerOf(caller, iceServers, moves)?.prepare();
  }

  connect(caller: boolean, iceServers: RTCIceServer[], moves = 0): void {
    if (this.#isConnecting) return;
    this.#isConnecting = true;
    this.#peerOf(caller, iceServers, moves)?.start();
  }

  #peerOf(caller: boolean, iceServers: RTCIceServer[], moves: number): Peer | null {
    if (this.#peer || this.#closed) return this.#peer;
    const peer = new Peer(
      caller,
      { iceServers },
      {
        send: (signal) => this.handlers.send(writeSignal(signal)),
        tracks: (theirs) => this.#set({ theirs }),
        state: (their) => {
          this.#set({ their });
          this.#fill();
        },
        connected: (connected) => {
          this.#set({ connected, wasConnected: connected || this.store.getState().wasConnected });
          if (connected) this.handlers.connected();
        },
        closed: () => this.handlers.closed(),
        failed: () => this.handlers.failed(),
      },
      moves,
    );
    this.#peer = peer;
    this.#quality = new Quality(
      () => peer.connection,
      (quality) => this.#set({ quality }),
    );
    this.#fill();
    return peer;
  }

  receive(data: string): void {
    const signal = readSignal(data);
    if (signal) this.#peer?.receive(signal);
  }

  resync(): void {
    this.#peer?.resync();
  }

  mute(muted: boolean): void {
    this.#set({ muted });
    if (!muted && !this.store.getState().own.microphone) void this.#openMicrophone();
    this.#fill();
  }

  hold(held: boolean): void {
    this.#set({ held });
    this.#fill();
  }

  /** A camera that is off is released: its light goes out. */
  async setCamera(on: boolean): Promise<void> {
    if (!on) {
      this.#put('camera', null);
      return;
    }
    const opened = await openTrack('videoinput');
    this.#opened('camera', opened);
  }

  async setScreen(on: boolean): Promise<void> {
    const track = on ? await openScreen() : null;
    this.#put('screen', track);
    // The browser has a button of its own to end it.
    track?.addEventListener('ended', () => {
      if (this.store.getState().own.screen === track) this.#put('screen', null);
    });
  }

  /** Another device is used from now on, and by the calls to come. */
  async choose(kind: DeviceKind, id: string | undefined): Promise<void> {
    chooseDevice(kind, id);
    const { own } = this.store.getState();
    if (kind === 'audioinput') await this.#openMicrophone();
    if (kind === 'videoinput' && own.camera) await this.setCamera(true);
  }

  close(): void {
    this.#closed = true;
    this.#peer?.close();
    this.#quality?.close();
    for (const track of Object.values(this.store.getState().own)) track?.stop();
    this.store.setState({ own: NO_TRACKS, theirs: NO_TRACKS, connected: false });
  }

  async #openMicrophone(): Promise<void> {
    this.#opened('microphone', await openTrack('audioinput'));
  }

  #opened(source: 'microphone' | 'camera', opened: MediaStreamTrack | NoTrack): void {
    const isTrack = typeof opened !== 'string';
    const { lacks } = this.store.getState();
    this.#set({ lacks: { ...lacks, [source]: isTrack ? null : opened } });
    this.#put(source, isTrack ? opened : null);
    if (!isTrack) return;
    // What is unplugged is replaced by what there is.
    opened.addEventListener('ended', () => {
      if (this.#closed || this.store.getState().own[source] !== opened) return;
      if (source === 'microphone') void this.#openMicrophone();
      else void this.setCamera(true);
    });
  }

  #put(source: Source, track: MediaStreamTrack | null): void {
    const { own } = this.store.getState();
    if (own[source] !== track) own[source]?.stop();
    if (this.#closed) {
      track?.stop();
      return;
    }
    this.#set({ own: { ...own, [source]: track } });
    this.#fill();
  }

  /** On hold nothing goes in either direction, whoever asked for it. */
  #fill(): void {
    const { own, muted, held, their } = this.store.getState();
    const isQuiet = held || their.held;
    if (own.microphone) own.microphone.enabled = !muted;
    for (const source of ['microphone', 'camera', 'screen'] as const)
      this.#peer?.put(source, isQuiet ? null : own[source]).catch(() => {});
    this.#peer?.say({
      microphone: own.microphone !== null && !muted,
      camera: own.camera !== null,
      screen: own.screen !== null,
      held,
    });
  }

  #set(change: Partial<TalkState>): void {
    this.store.setState(change);
  }
}
