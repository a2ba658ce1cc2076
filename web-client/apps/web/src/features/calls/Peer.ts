import { uuidv7 } from '@parley/client/text/uuidv7';
import { preferOrdinaryVideo } from './codecs';
import type { Signal } from './Signal';
import {
  isSameState,
  NO_TRACKS,
  type PeerState,
  readPeerState,
  SOURCES,
  type Source,
  type Tracks,
} from './Sources';

/** A connection that is lost may come back by itself for so long. */
const RESTART_MS = 2_000;
const GIVE_UP_MS = 30_000;
/** Signals may be lost: what is not answered is said again. */
const AGAIN_MS = 2_000;
const STUCK_TICKS = 4;
/** Candidates found at the same moment go together. */
const GATHER_MS = 10;

export interface PeerHandlers {
  send(signal: Signal): void;
  /** What the other side sends. */
  tracks(tracks: Tracks): void;
  state(state: PeerState): void;
  connected(isConnected: boolean): void;
  /** The other side closed the connection: for a new one, or for one to another device of this person. */
  closed(): void;
  /** There was no connection for so long that there will be none. */
  failed(): void;
}

/** A device that a call was moved to names its sessions after those of the one before, whatever its clock says. */
function nextSession(moves: number): string {
  return moves === 0 ? uuidv7() : `m${String(moves).padStart(6, '0')}-${uuidv7()}`;
}

/**
 * The connection to the other device. The caller's side begins each session with an offer, which has a place for every source; from then on
 * either side may offer, to find another way through the network, and who was called gives way. Whatever a signal that is lost would have
 * changed is said again.
 */
export class Peer {
  #pc: RTCPeerConnection | null = null;
  #channel: RTCDataChannel | null = null;
  #session = '';
  #turn = 0;
  #offering = false;
  #ignores = false;
  /** Candidates that came before the description they belong to. */
  #early: { session: string; candidate: RTCIceCandidateInit }[] = [];
  #found: RTCIceCandidateInit[] = [];
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #restarting: ReturnType<typeof setTimeout> | undefined;
  #givingUp: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setInterval> | undefined;
  /** The page of the other side that a session was begun with. */
  #greeted: string | null = null;
  readonly #name = uuidv7();
  #work = Promise.resolve();
  /** What belongs together is heard and seen at the same moment. */
  readonly #stream = new MediaStream();
  #tracks: Tracks = NO_TRACKS;
  #state: PeerState = { microphone: false, camera: false, screen: false, held: false };
  #stuck = 0;
  #started = false;
  #closed = false;

  constructor(
    private readonly caller: boolean,
    private readonly config: RTCConfiguration,
    private readonly handlers: PeerHandlers,
    private readonly moves = 0,
  ) {}

  /** Finds the ways through the network before the call is answered. The other side hears nothing of it, and of no address, until then. */
  prepare(): void {
    if (this.caller && !this.#pc) this.#begin(nextSession(this.moves));
  }

  start(): void {
    this.#started = true;
    this.#wait();
    this.#again = setInterval(() => this.#tick(), AGAIN_MS);
    this.prepare();
    if (!this.caller) this.handlers.send({ hello: this.#name });
    this.#sayAgain();
    this.#sendWays();
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#again);
    this.#drop();
    clearTimeout(this.#givingUp);
  }

  get connection(): RTCPeerConnection | null {
    return this.#pc;
  }

  /** Sends something else, or nothing, in a source's place. */
  async put(source: Source, track: MediaStreamTrack | null): Promise<void> {
    if (this.#tracks[source] === track) return;
    this.#tracks = { ...this.#tracks, [source]: track };
    await this.#transceiver(source)?.sender.replaceTrack(track);
  }

  /** Tells the other side what changed. Nothing is said of what did not: each side answers a state by looking at its own. */
  say(state: PeerState): void {
    if (isSameState(state, this.#state)) return;
    this.#state = state;
    if (this.#channel?.readyState === 'open') this.#channel.send(JSON.stringify(state));
  }

  receive(signal: Signal): void {
    this.#work = this.#work.then(() => this.#take(signal)).catch(() => {});
  }

  /** Signals can be sent again, or the network is another one: what was lost is made up for. */
  resync(): void {
    if (this.#closed || this.#pc?.connectionState === 'connected') return;
    if (this.#pc?.signalingState === 'stable' && this.#pc.remoteDescription) this.#pc.restartIce();
    else this.#sayAgain();
  }

  #begin(session: string): RTCPeerConnection {
    this.#drop();
    this.#session = session;
    this.#turn = 0;
    const pc = new RTCPeerConnection({ bundlePolicy: 'max-bundle', ...this.config });
    this.#pc = pc;
    pc.onicecandidate = ({ candidate }) => {
      if (candidate) this.#foundWay(candidate.toJSON());
    };
    pc.onconnectionstatechange = () => this.#connectionChanged(pc);
    pc.onnegotiationneeded = () => void this.#offer(pc);
    if (this.caller) {
      for (const source of SOURCES) this.#place(pc, source);
      this.#openChannel(pc);
      this.#fill();
    }
    return pc;
  }

  #place(pc: RTCPeerConnection, source: Source): void {
    const kind = source === 'microphone' ? 'audio' : 'video';
    const streams = source === 'screen' ? [] : [this.#stream];
    const transceiver = pc.addTransceiver(kind, { direction: 'sendrecv', streams });
    if (source !== 'microphone') preferOrdinaryVideo(transceiver);
  }

  #openChannel(pc: RTCPeerConnection): void {
    const channel = pc.createDataChannel('state', { negotiated: true, id: 0 });
    channel.onopen = () => channel.send(JSON.stringify(this.#state));
    channel.onmessage = ({ data }) => {
      const state = readPeerState(data);
      if (state) this.handlers.state(state);
    };
    channel.onclose = () => {
      if (channel === this.#channel) this.handlers.closed();
    };
    this.#channel = channel;
  }

  /** Sends what there is, and tells what comes. */
  #fill(): void {
    for (const source of SOURCES) {
      const transceiver = this.#transceiver(source);
      if (!transceiver) continue;
      transceiver.direction = 'sendrecv';
      if (source !== 'screen') transceiver.sender.setStreams?.(this.#stream);
      transceiver.sender.replaceTrack(this.#tracks[source]).catch(() => {});
    }
    const received = (source: Source) => this.#transceiver(source)?.receiver.track ?? null;
    this.handlers.tracks({
      microphone: received('microphone'),
      camera: received('camera'),
      screen: received('screen'),
    });
  }

  #transceiver(source: Source): RTCRtpTransceiver | undefined {
    return this.#pc?.getTransceivers()[SOURCES.indexOf(source)];
  }

  async #offer(pc: RTCPeerConnection): Promise<void> {
    // Who was called has nothing to offer before the first offer came.
    if (!this.caller && !pc.remoteDescription) return;
    this.#offering = true;
    try {
      await pc.setLocalDescription();
      this.#turn++;
      this.#describe(pc);
    } catch {
      // The connection was replaced meanwhile, or an offer came first.
    } finally {
      this.#offering = false;
    }
  }

  #describe(pc: RTCPeerConnection): void {
    const { type, sdp } = pc.localDescription ?? {};
    if (pc !== this.#pc || !this.#started || !sdp || (type !== 'offer' && type !== 'answer')) return;
    this.handlers.send({ session: this.#session, turn: this.#turn, description: { type, sdp } });
  }

  async #take(signal: Signal): Promise<void> {
    if (this.#closed) return;
    if ('hello' in signal) this.#greet(signal.hello);
    else if ('candidates' in signal) await this.#takeCandidates(signal.session, signal.candidates);
    else await this.#takeDescription(signal);
  }

  /** A page that was not there before needs a session of its own. */
  #greet(page: string): void {
    if (!this.caller) return;
    const isNew = this.#greeted !== page;
    const isFirst = this.#greeted === null && !this.#pc?.remoteDescription;
    this.#greeted = page;
    if (isNew && !isFirst) {
      this.#wait();
      this.#begin(nextSession(this.moves));
    } else this.#sayAgain();
  }

  async #takeDescription({
    session,
    turn,
    description,
  }: Extract<Signal, { description: unknown }>): Promise<void> {
    if (session !== this.#session) {
      // Sessions are named in the order in which they begin.
      if (this.caller || description.type !== 'offer' || session < this.#session) return;
      this.#wait();
      this.#begin(session);
    }
    const pc = this.#pc;
    if (!pc) return;
    if (description.type === 'answer') {
      if (pc.signalingState !== 'have-local-offer' || turn !== this.#turn) return;
    } else {
      const collides = this.#offering || pc.signalingState !== 'stable';
      this.#ignores = this.caller && collides;
      if (this.#ignores) return;
      this.#turn = turn;
    }
    await pc.setRemoteDescription(description);
    const early = this.#early;
    this.#early = [];
    for (const { session: of, candidate } of early)
      if (of === session) await pc.addIceCandidate(candidate).catch(() => {});
    if (description.type !== 'offer') return;
    if (!this.caller) {
      if (!this.#channel) this.#openChannel(pc);
      this.#fill();
    }
    await pc.setLocalDescription();
    this.#describe(pc);
  }

  async #takeCandidates(session: string, candidates: readonly RTCIceCandidateInit[]): Promise<void> {
    if (session !== this.#session && (this.caller || session < this.#session)) return;
    const pc = this.#pc;
    if (!pc?.remoteDescription || session !== this.#session) {
      this.#early.push(...candidates.map((candidate) => ({ session, candidate })));
      return;
    }
    for (const candidate of candidates)
      await pc.addIceCandidate(candidate).catch((failure: unknown) => {
        if (!this.#ignores) throw failure;
      });
  }

  #foundWay(candidate: RTCIceCandidateInit): void {
    this.#found.push(candidate);
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      this.#sendWays();
    }, GATHER_MS);
  }

  #sendWays(): void {
    if (!this.#started || this.#found.length === 0) return;
    const candidates = this.#found;
    this.#found = [];
    this.handlers.send({ session: this.#session, candidates });
  }

  #sayAgain(): void {
    const pc = this.#pc;
    if (pc?.signalingState === 'have-local-offer') this.#describe(pc);
    else if (!this.caller && !pc?.remoteDescription) this.handlers.send({ hello: this.#name });
  }

  /** Where both know each other and find no way, candidates may have been lost. */
  #tick(): void {
    this.#sayAgain();
    const pc = this.#pc;
    const isStuck =
      pc?.signalingState === 'stable' && pc.remoteDescription && pc.connectionState !== 'connected';
    this.#stuck = isStuck ? this.#stuck + 1 : 0;
    if (!this.caller || this.#stuck < STUCK_TICKS) return;
    this.#stuck = 0;
    pc?.restartIce();
  }

  #connectionChanged(pc: RTCPeerConnection): void {
    if (pc !== this.#pc || this.#closed) return;
    const isConnected = pc.connectionState === 'connected';
    clearTimeout(this.#restarting);
    if (isConnected) {
      clearTimeout(this.#givingUp);
      this.#givingUp = undefined;
    } else if (pc.connectionState === 'disconnected' || pc.connectionState === 'failed') {
      this.#wait();
      const restart = () => pc === this.#pc && pc.restartIce();
      this.#restarting = setTimeout(restart, pc.connectionState === 'failed' ? 0 : RESTART_MS);
    }
    this.handlers.connected(isConnected);
  }

  #wait(): void {
    this.#givingUp ??= setTimeout(() => this.handlers.failed(), GIVE_UP_MS);
  }

  #drop(): void {
    clearTimeout(this.#gathering);
    clearTimeout(this.#restarting);
    this.#gathering = undefined;
    this.#found = [];
    const pc = this.#pc;
    this.#pc = null;
    this.#channel = null;
    if (!pc) return;
    pc.onicecandidate = null;
    pc.onconnectionstatechange = null;
    pc.onnegotiationneeded = null;
    pc.close();
    if (!this.#closed) this.handlers.connected(false);
  }
}
