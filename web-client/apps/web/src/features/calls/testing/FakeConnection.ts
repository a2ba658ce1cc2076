type Kind = 'audio' | 'video';

/** A track of a canvas, which is all that a browser without devices has. */
export function fakeTrack(): MediaStreamTrack {
  const [track] = document.createElement('canvas').captureStream().getVideoTracks();
  if (!track) throw new Error('A canvas has a track.');
  return track;
}

class FakeTransceiver {
  direction = 'sendrecv';
  mid: string | null = null;
  sent: MediaStreamTrack | null = null;
  readonly receiver = { track: fakeTrack() };
  readonly sender = {
    replaceTrack: async (track: MediaStreamTrack | null) => {
      this.sent = track;
    },
    setStreams: () => {},
  };

  constructor(readonly kind: Kind) {}
}

/** The browser's end of a connection, whose network is the test: only what both sides have to agree on works as it does in a browser. */
export class FakeConnection {
  static readonly all: FakeConnection[] = [];
  signalingState = 'stable';
  connectionState = 'new';
  localDescription: { type: string; sdp: string } | null = null;
  remoteDescription: { type: string; sdp: string } | null = null;
  onicecandidate: ((event: { candidate: { toJSON(): RTCIceCandidateInit } | null }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  onnegotiationneeded: (() => void) | null = null;
  readonly transceivers: FakeTransceiver[] = [];
  readonly candidates: string[] = [];
  readonly channel = {
    readyState: 'connecting',
    said: Array.of<string>(),
    onopen: () => {},
    onclose: () => {},
    onmessage: (_: { data: string }) => {},
    send: (data: string) => this.channel.said.push(data),
  };
  restarts = 0;
  #offers = 0;
  #needed = false;

  constructor(readonly configuration: RTCConfiguration) {
    FakeConnection.all.push(this);
  }

  addTransceiver(kind: Kind): FakeTransceiver {
    const transceiver = new FakeTransceiver(kind);
    this.transceivers.push(transceiver);
    this.#need();
    return transceiver;
  }

  getTransceivers(): FakeTransceiver[] {
    return this.transceivers;
  }

  createDataChannel() {
    return this.channel;
  }

  async setLocalDescription(): Promise<void> {
    await Promise.resolve();
    const isAnswer = this.signalingState === 'have-remote-offer';
    this.localDescription = isAnswer
      ? { type: 'answer', sdp: `v=0\r\nanswer to ${this.remoteDescription?.sdp}` }
      : { type: 'offer', sdp: `v=0\r\noffer ${++this.#offers}` };
    this.#name();
    this.#becomes(isAnswer ? 'stable' : 'have-local-offer');
  }

  async setRemoteDescription(description: { type: string; sdp: string }): Promise<void> {
    await Promise.resolve();
    const expected = description.type === 'answer' ? 'have-local-offer' : 'stable';
    const rollsBack = description.type === 'offer' && this.signalingState === 'have-local-offer';
    if (this.signalingState !== expected && !rollsBack)
      throw new Error(`${description.type} in ${this.signalingState}`);
    this.remoteDescription = description;
    if (description.type === 'offer' && this.transceivers.length === 0)
      for (const kind of ['audio', 'video', 'video'] as const)
        this.transceivers.push(new FakeTransceiver(kind));
    this.#name();
    this.#becomes(description.type === 'offer' ? 'have-remote-offer' : 'stable');
  }

  async addIceCandidate({ candidate = '' }: RTCIceCandidateInit): Promise<void> {
    if (!this.remoteDescription) throw new Error('There is no remote description.');
    this.candidates.push(candidate);
  }

  restartIce(): void {
    this.restarts++;
    this.#need();
  }

  getStats() {
    return Promise.resolve(new Map<string, unknown>());
  }

  close(): void {
    this.connectionState = 'closed';
    this.signalingState = 'closed';
  }

  /** A way through the network is found. */
  finds(candidate: string): void {
    this.onicecandidate?.({ candidate: { toJSON: () => ({ candidate }) } });
  }

  becomes(connectionState: string): void {
    this.connectionState = connectionState;
    if (connectionState === 'connected' && this.channel.readyState !== 'open') {
      this.channel.readyState = 'open';
      this.channel.onopen();
    }
    this.onconnectionstatechange?.();
  }

  #name(): void {
    this.transceivers.forEach((each, i) => {
      each.mid = String(i);
    });
  }

  #becomes(signalingState: string): void {
    this.signalingState = signalingState;
    if (signalingState === 'stable' && this.#needed) this.#need();
  }

  #need(): void {
    this.#needed = true;
    void Promise.resolve().then(() => {
      if (!this.#needed || this.signalingState !== 'stable') return;
      this.#needed = false;
      this.onnegotiationneeded?.();
    });
  }
}

export function lastConnection(): FakeConnection {
  const last = FakeConnection.all.at(-1);
  if (!last) throw new Error('There is no connection.');
  return last;
}
