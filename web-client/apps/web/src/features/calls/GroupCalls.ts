import { Problem } from '@parley/client/api/Problem';
import { callFate, isOver } from '@parley/client/conversation/calls';
import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import { uuidv7 } from '@parley/client/text/uuidv7';
import type { OngoingCall } from '@parley/protocol/types';
import { createStore } from 'zustand/vanilla';
import { answerCall } from './api/answerCall';
import { endCall } from './api/endCall';
import { fetchCall } from './api/fetchCall';
import { leaseCall } from './api/leaseCall';
import { startCall } from './api/startCall';
import { chooseDevice, type DeviceKind } from './devices';
import type { GroupCall } from './GroupCallsState';
import { insist } from './insist';
import { holdCall } from './keptCall';
import { keepGroupCall, keptGroupCall } from './keptGroupCall';
import { openScreen } from './openScreen';
import { openTrack } from './openTrack';
import { Sfu } from './Sfu';
import { NO_TRACKS, type Source } from './Sources';
import { wishes } from './wishes';

const LEASE_MS = 10_000;
const FEW = 3;
/** What was not answered by then is asked again. */
const AGAIN_MS = 3_000;
/** Whoever talks is shown for so long at least. */
const ACTIVE_MS = 2_000;
/** So often it may not answer before this person is told. */
const PATIENCE = 3;
/** How it ended stays in sight for a moment. */
const ENDED_MS = 6_000;

/** The call of a group that this tab is in. Who is in it the server says; what is heard and seen goes through its media server. */
export class GroupCalls {
  readonly store = createStore<{ call: GroupCall | null }>(() => ({ call: null }));
  readonly #stops: (() => void)[] = [];
  #sfu: Sfu | null = null;
  #iceServers: OngoingCall['iceServers'] = [];
  #lease: ReturnType<typeof setInterval> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #release = () => {};
  #version = 0;
  #tries = 0;
  /** The name of this device in the call. */
  #feed = '';
  #activeSince = 0;
  #wished = '';
  /** Raised with each call, so that what belonged to an earlier one is left alone. */
  #turn = 0;

  constructor(private readonly engine: ChatEngine) {}

  begin(): void {
    const { store, frames } = this.engine;
    const ours = (frame: { call: string }) => frame.call === this.#current?.message;
    this.#stops.push(
      store.subscribe((state, before) => {
        if (state.conversations !== before.conversations) this.#look();
      }),
      frames.listen('ready', () => this.#joinMedia(this.#sfu === null)),
      frames.listen('sfu.joined', (frame) => {
        if (!ours(frame)) return;
        this.#answered();
        // Under another name it is another connection: that of before is not known any more.
        if (this.#sfu && frame.feed === this.#feed) return;
        if (this.#sfu) this.#dropMedia();
        this.#feed = frame.feed;
        this.#publish();
      }),
      frames.listen('sfu.published', (frame) => {
        if (!ours(frame)) return;
        this.#answered();
        this.#sfu?.published(frame.sdp).catch(() => this.#joinMedia(true));
      }),
      frames.listen('sfu.feeds', (frame) => {
        if (!ours(frame) || frame.version <= this.#version) return;
        this.#version = frame.version;
        this.#change({ feeds: frame.feeds });
        this.#want();
      }),
      frames.listen('sfu.offer', (frame) => {
        if (ours(frame)) this.#sfu?.offered(frame);
      }),
      frames.listen('sfu.talking', (frame) => {
        if (ours(frame)) this.#talks(frame.feed, frame.on);
      }),
      frames.listen('sfu.reset', (frame) => {
        if (ours(frame)) void this.#takeAgain();
      }),
    );
    void this.#rejoin();
  }

  /** The page goes: the place in the call is given up where it is not taken again. */
  close(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#drop();
    this.store.setState({ call: null });
  }

  /** Begins a call, or joins the one that goes on. */
  async join(conversation: string, video: boolean, muted = false): Promise<void> {
    if (this.#current) return;
    const turn = ++this.#turn;
    const call: GroupCall = {
      name: this.engine.store.getState().conversations[conversation]?.name ?? '',
      ...{ conversation, message: null, number: null, step: 'joining', problem: null },
      ...{ own: NO_TRACKS, lacks: { microphone: null, camera: null }, muted, hand: false },
      ...{ feeds: [], received: {}, talking: [], active: null, pinned: null, connected: false },
      ...{ unanswered: false, speaker: false },
      since: Date.now(),
    };
    this.store.setState({ call });
    void holdCall().then((release) => {
      if (turn === this.#turn && this.#current) this.#release = release ?? (() => {});
      else release?.();
    });
    const devices = this.#openDevices(video);
    const message = uuidv7();
    const begun = await insist(
      () => startCall(conversation, { message, video }),
      () => turn === this.#turn,
      FEW,
    );
    await devices;
    if (turn !== this.#turn) {
      if (!(begun instanceof Problem)) this.#leave(conversation, begun.message, false);
    } else if (begun instanceof Problem) this.#over(begun.code);
    else this.#entered(begun);
  }

  leave(forAll = false): void {
    const call = this.#current;
    if (!call) return;
    this.#over(null);
    if (call.message) this.#leave(call.conversation, call.message, forAll);
  }

  /** How it ended is not to be read any longer. */
  dismiss(): void {
    if (!this.#current) this.store.setState({ call: null });
  }

  mute(muted: boolean): void {
    this.#change({ muted });
    if (!muted && !this.#current?.own.microphone) void this.#open('microphone').then(() => this.#fill());
    this.#fill();
  }

  async setCamera(on: boolean): Promise<void> {
    if (on) await this.#open('camera');
    else this.#put('camera', null);
    this.#fill();
  }

  async setScreen(on: boolean): Promise<void> {
    const track = on ? await openScreen() : null;
    this.#put('screen', track);
    this.#fill();
    // The browser has a button of its own to end it.
    track?.addEventListener('ended', () => {
      if (this.#current?.own.screen !== track) return;
      this.#put('screen', null);
      this.#fill();
    });
  }

  raise(hand: boolean): void {
    this.#change({ hand });
    this.#fill();
  }

  pin(feed: string | null): void {
    this.#change({ pinned: feed });
    this.#want();
  }

  showSpeaker(speaker: boolean): void {
    this.#change({ speaker });
    this.#want();
  }

  /** Another device is used from now on, and by the calls to come. */
  async choose(kind: DeviceKind, id: string | undefined): Promise<void> {
    chooseDevice(kind, id);
    if (kind === 'audioinput') await this.#open('microphone');
    if (kind === 'videoinput' && this.#current?.own.camera) await this.#open('camera');
    this.#fill();
  }

  get #current(): GroupCall | null {
    const { call } = this.store.getState();
    return call?.step === 'ended' ? null : call;
  }

  async #openDevices(video: boolean): Promise<void> {
    await this.#open('microphone');
    if (video) await this.#open('camera');
  }

  async #open(source: 'microphone' | 'camera'): Promise<void> {
    const turn = this.#turn;
    const opened = await openTrack(source === 'microphone' ? 'audioinput' : 'videoinput');
    const call = this.#current;
    const isTrack = typeof opened !== 'string';
    if (!call || turn !== this.#turn) {
      if (isTrack) opened.stop();
      return;
    }
    this.#change({ lacks: { ...call.lacks, [source]: isTrack ? null : opened } });
    this.#put(source, isTrack ? opened : null);
    if (!isTrack) return;
    // What is unplugged is replaced by what there is.
    opened.addEventListener('ended', () => {
      if (this.#current?.own[source] === opened) void this.#open(source).then(() => this.#fill());
    });
  }

  #put(source: Source, track: MediaStreamTrack | null): void {
    const call = this.#current;
    if (!call) {
      track?.stop();
      return;
    }
    if (call.own[source] !== track) call.own[source]?.stop();
    this.#change({ own: { ...call.own, [source]: track } });
  }

  /** Sends what there is to send, and says so. */
  #fill(): void {
    const call = this.#current;
    if (!call) return;
    const { own, muted, hand } = call;
    if (own.microphone) own.microphone.enabled = !muted;
    this.#sfu?.put(own).catch(() => {});
    if (!this.#sfu || !call.message) return;
    this.engine.signal({
      type: 'sfu.state',
      ...{ conversation: call.conversation, call: call.message },
      ...{ microphone: own.microphone !== null && !muted, camera: own.camera !== null },
      ...{ screen: own.screen !== null, hand },
    });
    this.#keep();
  }

  #entered({ message, number, iceServers }: OngoingCall): void {
    this.#iceServers = iceServers;
    this.#change({ message, number: number ?? null, step: 'going' });
    this.#keep();
    clearInterval(this.#lease);
    this.#lease = setInterval(() => void this.#renew(), LEASE_MS);
    this.#joinMedia(true);
    this.#look();
  }

  /** Frames may be lost, and the media server may be away: it is asked until it answers. */
  #joinMedia(anew: boolean): void {
    const call = this.#current;
    if (!call?.message) return;
    if (anew) this.#dropMedia();
    this.engine.signal({
      type: 'sfu.join',
      conversation: call.conversation,
      call: call.message,
      anew,
    });
    this.#await();
  }

  #await(): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => {
      this.#tries++;
      if (this.#tries >= PATIENCE) this.#change({ unanswered: true });
      this.#joinMedia(true);
    }, AGAIN_MS);
  }

  #answered(): void {
    clearTimeout(this.#again);
    this.#tries = 0;
    this.#change({ unanswered: false });
  }

  #publish(): void {
    const call = this.#current;
    if (!call?.message) return;
    const where = { conversation: call.conversation, call: call.message };
    const sfu: Sfu = new Sfu(
      { iceServers: this.#iceServers },
      {
        publish: (offer) => {
          if (this.#sfu === sfu) this.engine.signal({ type: 'sfu.publish', ...where, ...offer });
        },
        answer: (answer) => {
          if (this.#sfu === sfu) this.engine.signal({ type: 'sfu.answer', ...where, ...answer });
        },
        received: (received) => {
          if (this.#sfu === sfu) this.#change({ received });
        },
        connected: (connected) => {
          if (this.#sfu === sfu) this.#change({ connected });
        },
        lost: () => {
          if (this.#sfu === sfu) void this.#takeAgain();
        },
      },
    );
    this.#sfu = sfu;
    this.#await();
    sfu.publish(call.own).catch(() => {});
    this.#fill();
    this.#want();
  }

  #want(): void {
    const call = this.#current;
    if (!call?.message || !this.#sfu) return;
    const streams = wishes(call);
    const wished = JSON.stringify(streams);
    if (wished === this.#wished) return;
    this.#wished = wished;
    this.engine.signal({
      type: 'sfu.want',
      conversation: call.conversation,
      call: call.message,
      streams,
    });
  }

  #talks(feed: string, on: boolean): void {
    const call = this.#current;
    if (!call) return;
    const talking = call.talking.filter((each) => each !== feed);
    const now = Date.now();
    if (on) {
      talking.push(feed);
      if (call.active === null || now - this.#activeSince > ACTIVE_MS) {
        this.#activeSince = now;
        this.#change({ active: feed });
      }
    }
    this.#change({ talking });
    this.#want();
  }

  /** The media server forgot this device: it takes its place again, if it still has one in the call. */
  async #takeAgain(): Promise<void> {
    const call = this.#current;
    if (!call?.message) return;
    const { conversation, message } = call;
    const turn = this.#turn;
    this.#dropMedia();
    const found = await insist(
      () => fetchCall(conversation, message),
      () => turn === this.#turn,
      FEW,
    );
    if (turn !== this.#turn || !this.#current) return;
    if (found instanceof Problem) {
      if (!found.retryable) this.#over(found.code === 'call_over' ? null : found.code);
      else this.#joinMedia(true);
    } else if (found.here) {
      this.#iceServers = found.iceServers;
      this.#joinMedia(true);
    } else await this.#retake(found);
  }

  /** The place was lost: it is taken again, unless another device has it or this person may not. */
  async #retake(found: OngoingCall): Promise<void> {
    const { conversation, message } = found;
    const turn = this.#turn;
    if (found.people?.includes(this.engine.store.getState().me)) {
      this.#over('answered_elsewhere');
      return;
    }
    const answered = await insist(
      () => answerCall(conversation, message),
      () => turn === this.#turn,
      FEW,
    );
    if (turn !== this.#turn || !this.#current) return;
    if (!(answered instanceof Problem)) {
      this.#iceServers = answered.iceServers;
      this.#joinMedia(true);
    } else this.#over(answered.code === 'call_over' ? null : answered.code);
  }

  async #renew(): Promise<void> {
    const call = this.#current;
    if (!call?.message) return;
    const { conversation, message } = call;
    const turn = this.#turn;
    const renewed = await insist(
      () => leaseCall(conversation, message),
      () => false,
    );
    if (turn !== this.#turn || !(renewed instanceof Problem) || renewed.retryable) return;
    if (renewed.code === 'answered_elsewhere') {
      const found = await insist(
        () => fetchCall(conversation, message),
        () => false,
      );
      if (turn !== this.#turn) return;
      if (!(found instanceof Problem)) {
        if (!found.here) await this.#retake(found);
        return;
      }
    }
    this.#over(renewed.code === 'call_over' ? null : renewed.code);
  }

  /** What the conversation tells of the call: that it is over, or that it is there no more. */
  #look(): void {
    const call = this.#current;
    if (call?.number == null) return;
    const conversation = this.engine.store.getState().conversations[call.conversation];
    if (conversation && isOver(callFate(conversation.about[call.number]))) this.#over(null);
  }

  /** After a reload this tab is still in its call. */
  async #rejoin(): Promise<void> {
    const kept = keptGroupCall();
    if (!kept) return;
    const found = await insist(
      () => fetchCall(kept.conversation, kept.message),
      () => true,
      FEW,
    );
    if (found instanceof Problem || !found.here || this.#current) keepGroupCall(null);
    else await this.join(kept.conversation, kept.camera, kept.muted);
  }

  #leave(conversation: string, message: string, forAll: boolean): void {
    void insist(
      () => endCall(conversation, message, false, forAll),
      () => this.#stops.length > 0,
      FEW,
    );
  }

  #over(problem: string | null): void {
    if (!this.#current) return;
    const turn = ++this.#turn;
    this.#change({ step: 'ended', problem });
    this.#drop();
    keepGroupCall(null);
    if (problem === null)
      setTimeout(() => {
        if (turn === this.#turn) this.store.setState({ call: null });
      }, ENDED_MS);
  }

  #drop(): void {
    this.#dropMedia();
    clearInterval(this.#lease);
    clearTimeout(this.#again);
    this.#release();
    this.#release = () => {};
    const { call } = this.store.getState();
    if (!call) return;
    for (const track of Object.values(call.own)) track?.stop();
    this.store.setState({ call: { ...call, own: NO_TRACKS } });
  }

  #dropMedia(): void {
    this.#sfu?.close();
    this.#sfu = null;
    this.#version = 0;
    this.#wished = '';
    const { call } = this.store.getState();
    if (call)
      this.store.setState({
        call: { ...call, feeds: [], received: {}, talking: [], active: null, connected: false },
      });
  }

  #change(change: Partial<GroupCall>): void {
    const { call } = this.store.getState();
    if (call) this.store.setState({ call: { ...call, ...change } });
  }

  #keep(): void {
    const call = this.#current;
    if (!call?.message) return;
    const { conversation, message, own, muted } = call;
    keepGroupCall({ conversation, message, camera: own.camera !== null, muted });
  }
}
