import { Problem } from '@parley/client/api/Problem';
import type { ChatState } from '@parley/client/conversation/ChatState';
import { type CallFate, callFate, callTold, isOver } from '@parley/client/conversation/calls';
import { unread } from '@parley/client/conversation/unread';
import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import { uuidv7 } from '@parley/client/text/uuidv7';
import { is } from '@parley/protocol/is';
import type { OngoingCall } from '@parley/protocol/types';
import { createStore } from 'zustand/vanilla';
import { showToast } from '@/shared/toast/toasts';
import { answerCall } from './api/answerCall';
import { endCall } from './api/endCall';
import { fetchCall } from './api/fetchCall';
import { fetchOwnCall } from './api/fetchOwnCall';
import { leaseCall } from './api/leaseCall';
import { moveCall } from './api/moveCall';
import { startCall } from './api/startCall';
import type { CallElsewhere, CallEnd, CallsState, OwnCall, Ring } from './CallsState';
import { insist } from './insist';
import { holdCall, keepCall, keptCall } from './keptCall';
import { isRecent, recentCalls } from './recentCalls';
import { Talk } from './Talk';

const LEASE_MS = 10_000;
/** How it ended stays in sight for a moment. */
const ENDED_MS = 6_000;
const FEW = 3;
/** So long the server may take to say that a call was missed. */
const SLACK_MS = 2_000;

/** Calls as this tab has them: one that rings, and one that it is in. What becomes of either is told by the conversation. */
export class TabCalls {
  readonly store = createStore<CallsState>(() => ({ ring: null, call: null, elsewhere: null }));
  /** Calls of which is known whether they ring here. */
  readonly #known = new Set<string>();
  /** Calls that a tab of this browser has. */
  readonly #taken = new Set<string>();
  /** Calls that go on on another device, as is wanted. */
  readonly #left = new Set<string>();
  readonly #stops: (() => void)[] = [];
  #tabs: BroadcastChannel | null = null;
  /** How devices reach each other in the call of this tab. */
  #told: OngoingCall | null = null;
  #lease: ReturnType<typeof setInterval> | undefined;
  #ringing: ReturnType<typeof setTimeout> | undefined;
  #release = () => {};
  /** Of several answers to the same question the last one is believed. */
  #asked = 0;

  constructor(private readonly engine: ChatEngine) {}

  begin(): void {
    const { store, frames } = this.engine;
    this.#tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('parley-calls');
    if (this.#tabs) this.#tabs.onmessage = ({ data }) => this.#taken.add(String(data));
    this.#stops.push(
      store.subscribe((state, before) => {
        if (state.conversations !== before.conversations) this.#look(state, before);
      }),
      frames.listen('call.signal', ({ call, data }) => {
        if (this.#current?.message !== call) return;
        // Whoever speaks has answered, though that may be told later.
        if (this.#current.step === 'ringing' && this.#told) this.#connect(this.#told);
        this.#current.talk.receive(data);
      }),
      frames.listen('ready', () => {
        void this.#resync();
        void this.#askElsewhere();
      }),
      frames.listen('event', (event) => {
        if (!is('KnownEventView', event) || event.name !== 'conversation.call-changed.v1') return;
        if (event.data.state !== 'accepted') this.#endElsewhere(event.data.message);
        else if (isRecent(event.at)) void this.#askElsewhere();
      }),
    );
    const online = () => this.#current?.talk.resync();
    window.addEventListener('online', online);
    this.#stops.push(() => window.removeEventListener('online', online));
    this.#look(store.getState(), null);
    // Where that it is connected was told before anybody listened here.
    if (this.engine.connection.getState().state === 'ready') void this.#askElsewhere();
    void this.#rejoin();
  }

  /** The page goes, or nobody is signed in any more: the call ends by itself where it is not taken up again. */
  close(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#tabs?.close();
    clearInterval(this.#lease);
    clearTimeout(this.#ringing);
    this.#current?.talk.close();
    this.#release();
    this.store.setState({ ring: null, call: null, elsewhere: null });
  }

  async start(conversation: string, video: boolean): Promise<void> {
    const { ring } = this.store.getState();
    if (ring?.conversation === conversation) return this.accept(video);
    if (this.#current) return;
    const message = uuidv7();
    const talk = this.#enter({ conversation, message, number: null, caller: true, video, step: 'ringing' });
    void talk.open(video);
    const begun = await insist(
      () => startCall(conversation, { message, video }),
      () => this.#isIn(talk),
      FEW,
    );
    if (!this.#isIn(talk)) {
      // It may have begun to ring only after it was given up.
      if (!(begun instanceof Problem)) this.#hangUp(conversation, begun.message, false);
    } else if (begun instanceof Problem) this.#over(null, begun.code);
    else if (begun.state === 'busy') this.#over('busy');
    else this.#begun(begun);
  }

  async accept(video: boolean): Promise<void> {
    const { ring } = this.store.getState();
    if (!ring || this.#current) return;
    const { conversation, message, number } = ring;
    this.#take(ring);
    const talk = this.#enter({ ...ring, caller: false, step: 'going' });
    void talk.open(video);
    const answered = await insist(
      () => answerCall(conversation, message),
      () => this.#isIn(talk),
      FEW,
    );
    if (!this.#isIn(talk)) return;
    if (answered instanceof Problem) this.#refused(answered);
    else this.#connect(answered);
    this.#read(conversation, number);
  }

  /** Goes on with the call that is on another device. */
  async continueHere(video: boolean): Promise<void> {
    const { elsewhere } = this.store.getState();
    if (!elsewhere || this.#current) return;
    const { conversation, message, moves } = elsewhere;
    const talk = this.#enter({ ...elsewhere, step: 'going' });
    void talk.open(video);
    const moved = await insist(
      () => moveCall(conversation, message, { moves }),
      () => this.#isIn(talk),
      FEW,
    );
    if (!this.#isIn(talk)) return;
    if (moved instanceof Problem) this.#refused(moved, 'moved');
    else {
      this.#change({ since: Date.now() - (moved.talkedMs ?? 0) });
      this.#connect(moved);
    }
  }

  /** The call goes on where it is. */
  leaveElsewhere(): void {
    const { elsewhere } = this.store.getState();
    if (elsewhere) this.#left.add(elsewhere.message);
    this.store.setState({ elsewhere: null });
  }

  /** Says no, and perhaps why. */
  decline(text?: string): void {
    const { ring } = this.store.getState();
    if (!ring) return;
    this.#take(ring);
    if (text) this.engine.outbox.write(ring.conversation, text);
    this.#hangUp(ring.conversation, ring.message, false);
    this.#read(ring.conversation, ring.number);
  }

  hangUp(): void {
    const call = this.#current;
    if (!call) return;
    this.#over(call.step === 'ringing' ? 'cancelled' : 'call');
    this.#hangUp(call.conversation, call.message, false);
  }

  /** How it ended is not to be read any longer. */
  dismiss(): void {
    if (!this.#current) this.store.setState({ call: null });
  }

  get #current(): OwnCall | null {
    const { call } = this.store.getState();
    return call?.step === 'ended' ? null : call;
  }

  #isIn(talk: Talk): boolean {
    return this.#current?.talk === talk;
  }

  #enter(begun: Pick<OwnCall, 'conversation' | 'message' | 'number' | 'caller' | 'video' | 'step'>): Talk {
    const talk: Talk = new Talk({
      send: (data) => {
        const call = this.#current;
        if (call?.talk === talk)
          this.engine.signal({
            type: 'call.signal',
            conversation: call.conversation,
            call: call.message,
            data,
          });
      },
      connected: () => {
        const call = this.#current;
        if (call?.talk === talk && call.since === null) this.#change({ since: Date.now() });
      },
      closed: () => void this.#renew(talk),
      failed: () => {
        const call = this.#current;
        if (call?.talk !== talk) return;
        this.#over('failed');
        this.#hangUp(call.conversation, call.message, true);
      },
    });
    const { conversation, message, number, caller, video, step } = begun;
    const call: OwnCall = {
      ...{ conversation, message, number, caller, video, step, talk },
      ...{ since: null, ended: null, problem: null },
    };
    this.#told = null;
    this.#known.add(message);
    this.store.setState({ call, elsewhere: null });
    this.#keep();
    this.#stops.push(talk.store.subscribe(() => this.#isIn(talk) && this.#keep()));
    clearInterval(this.#lease);
    this.#lease = setInterval(() => void this.#renew(talk), LEASE_MS);
    void holdCall().then((release) => {
      if (this.#isIn(talk)) this.#release = release ?? (() => {});
      else release?.();
    });
    return talk;
  }

  /** The call was begun; or it was the other's, who called at the same moment, and goes on. */
  #begun(told: OngoingCall): void {
    const { message, number, state } = told;
    const own = message === this.#current?.message;
    this.#change({ message, number: number ?? null, caller: own });
    this.#known.add(message);
    this.#taken.add(message);
    this.#told = told;
    if (state === 'accepted') this.#connect(told);
    else {
      const call = this.#current;
      if (call?.caller) call.talk.prepare(true, told.iceServers, told.moves);
      this.#look(this.engine.store.getState(), null);
    }
  }

  #connect({ iceServers, moves }: OngoingCall): void {
    const call = this.#current;
    if (!call) return;
    this.#change({ step: 'going' });
    call.talk.connect(call.caller, iceServers, moves);
  }

  /** What the conversation tells of the calls of this tab, and calls that begin to ring. */
  #look(state: ChatState, before: ChatState | null): void {
    const { ring } = this.store.getState();
    const call = this.#current;
    if (ring) {
      const fate = fateOf(state, ring.conversation, ring.number);
      if (fate.state !== 'ringing') this.#stopRinging(ring, fate);
    }
    if (call?.number) {
      const fate = fateOf(state, call.conversation, call.number);
      if (isOver(fate)) this.#over(callTold(fate, call.caller));
      else if (fate.state === 'accepted' && call.step === 'ringing' && this.#told) this.#connect(this.#told);
    }
    for (const found of recentCalls(state, before, (id, number) => this.engine.history.loadOne(id, number)))
      void this.#mayRing(found);
  }

  /** How long a call still rings is for the server to say. */
  async #mayRing(ring: Ring): Promise<void> {
    if (this.#known.has(ring.message)) return;
    this.#known.add(ring.message);
    const isOpen = () => this.#stops.length > 0;
    const found = await insist(() => fetchCall(ring.conversation, ring.message), isOpen);
    if (found instanceof Problem || !isOpen()) return;
    const fate = fateOf(this.engine.store.getState(), ring.conversation, ring.number);
    if (found.state !== 'ringing' || fate.state !== 'ringing' || this.#current) return;
    this.store.setState({ ring });
    clearTimeout(this.#ringing);
    this.#ringing = setTimeout(() => this.#silence(ring), found.remainingMs + SLACK_MS);
  }

  #stopRinging(ring: Ring, { state, by }: CallFate): void {
    this.#silence(ring);
    const elsewhere = by === this.engine.store.getState().me && !this.#taken.has(ring.message);
    if (elsewhere && state === 'accepted') showToast({ says: (words) => words('calls.answered-elsewhere') });
  }

  #silence(ring: Ring): void {
    if (this.store.getState().ring?.message === ring.message) this.store.setState({ ring: null });
  }

  /** This tab has it: the others need not say that it was answered elsewhere. */
  #take(ring: Ring): void {
    this.#taken.add(ring.message);
    this.#tabs?.postMessage(ring.message);
    this.store.setState({ ring: null });
  }

  #refused({ code }: Problem, elsewhere: CallEnd = this.#elsewhere): void {
    if (code === 'answered_elsewhere') {
      this.#over(elsewhere);
      void this.#askElsewhere();
    } else if (code === 'call_over') this.#over('call');
    else this.#over(null, code);
  }

  /** What was connected here was moved, what was not, answered. */
  get #elsewhere(): CallEnd {
    return this.#current?.talk.store.getState().wasConnected ? 'moved' : 'elsewhere';
  }

  /** Whether this person is in a call on another device. */
  async #askElsewhere(): Promise<void> {
    const isFree = () => this.#stops.length > 0 && !this.#current;
    if (!isFree()) return;
    const asked = ++this.#asked;
    const found = await insist(fetchOwnCall, isFree, FEW);
    if (found instanceof Problem || !isFree() || asked !== this.#asked) return;
    const { call } = found;
    const isOffered = call && !call.here && !this.#left.has(call.message);
    this.store.setState({ elsewhere: isOffered ? this.#offered(call) : null });
  }

  #endElsewhere(message: string): void {
    this.#asked++;
    if (this.store.getState().elsewhere?.message === message) this.store.setState({ elsewhere: null });
  }

  #offered({ conversation, message, number, video, caller, moves }: OngoingCall): CallElsewhere {
    const own = caller === this.engine.store.getState().me;
    return { conversation, message, number: number ?? 0, video, caller: own, moves: moves ?? 0 };
  }

  async #renew(talk: Talk): Promise<void> {
    const call = this.#current;
    if (call?.talk !== talk || call.number === null) return;
    const renewed = await insist(
      () => leaseCall(call.conversation, call.message),
      () => false,
    );
    const isGone = renewed instanceof Problem && !renewed.retryable;
    if (isGone && this.#isIn(talk)) this.#refused(renewed);
  }

  /** What was missed while there was no connection. */
  async #resync(): Promise<void> {
    const { ring } = this.store.getState();
    const call = this.#current;
    const asked = call?.number ? call : ring;
    if (!asked) return;
    call?.talk.resync();
    const found = await insist(
      () => fetchCall(asked.conversation, asked.message),
      () => true,
      FEW,
    );
    if (found instanceof Problem) {
      if (found.retryable) return;
      if (ring && asked === ring) this.#silence(ring);
      else if (call && this.#isIn(call.talk)) this.#refused(found);
    } else if (
      call &&
      this.#isIn(call.talk) &&
      found.state === 'accepted' &&
      this.#current?.step === 'ringing'
    )
      this.#connect(found);
  }

  /** After a reload this tab is still in its call. */
  async #rejoin(): Promise<void> {
    const kept = keptCall();
    if (!kept) return;
    const release = await holdCall();
    const found =
      release &&
      (await insist(
        () => fetchCall(kept.conversation, kept.message),
        () => true,
        FEW,
      ));
    release?.();
    if (!found || found instanceof Problem || !found.here || this.#current) {
      keepCall(null);
      return;
    }
    const { conversation, message, caller, video, camera, muted, since } = kept;
    const step = found.state === 'accepted' ? 'going' : 'ringing';
    const number = found.number ?? null;
    const talk = this.#enter({ conversation, message, number, caller, video, step });
    this.#change({ since });
    this.#told = found;
    void talk.open(camera, muted);
    if (step === 'going') this.#connect(found);
  }

  /** Whatever stands in the way, the other does not wait for one who is gone. */
  #hangUp(conversation: string, message: string, failed: boolean): void {
    void insist(
      () => endCall(conversation, message, failed),
      () => this.#stops.length > 0,
    );
  }

  #over(ended: CallEnd | null, problem: string | null = null): void {
    const call = this.#current;
    if (!call) return;
    clearInterval(this.#lease);
    this.#change({ step: 'ended', ended, problem });
    keepCall(null);
    this.#release();
    this.#release = () => {};
    call.talk.close();
    setTimeout(() => {
      const now = this.store.getState().call;
      if (now?.talk === call.talk && now.problem === null) this.store.setState({ call: null });
    }, ENDED_MS);
  }

  #change(change: Partial<OwnCall>): void {
    const { call } = this.store.getState();
    if (call) this.store.setState({ call: { ...call, ...change } });
    this.#keep();
  }

  #keep(): void {
    const call = this.#current;
    if (!call) return;
    const { conversation, message, caller, video, since, talk } = call;
    const { own, muted } = talk.store.getState();
    keepCall({ conversation, message, caller, video, since, muted, camera: own.camera !== null });
  }

  /** Who answers or declines has seen it; what else is unread stays so. */
  #read(id: string, number: number): void {
    const { conversations, me } = this.engine.store.getState();
    const conversation = conversations[id];
    if (conversation && unread(conversation, me) === 1) this.engine.attention.mark(id, number);
  }
}

function fateOf({ conversations }: ChatState, conversation: string, number: number): CallFate {
  return callFate(conversations[conversation]?.about[number]);
}
