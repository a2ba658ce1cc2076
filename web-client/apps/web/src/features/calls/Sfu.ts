import type { SfuAnswerClientFrame, SfuOfferFrame, SfuPublishClientFrame } from '@parley/protocol/types';
import type { Received } from './GroupCallsState';
import { SOURCES, type Source, type Tracks } from './Sources';

/** A camera is sent three times, so that nobody receives more than they show. */
const LAYERS: RTCRtpEncodingParameters[] = [
  { rid: 'h', maxBitrate: 900_000 },
  { rid: 'm', maxBitrate: 300_000, scaleResolutionDownBy: 2 },
  { rid: 'l', maxBitrate: 100_000, scaleResolutionDownBy: 4 },
];

export interface SfuHandlers {
  publish(offer: Pick<SfuPublishClientFrame, 'sdp' | 'sources'>): void;
  answer(answer: Pick<SfuAnswerClientFrame, 'offer' | 'sdp'>): void;
  received(received: Received): void;
  connected(isConnected: boolean): void;
  /** One of the two connections is lost: both are made anew. */
  lost(): void;
}

/** What this device sends to and receives from the media server: one connection each way. Sources change without a new offer. */
export class Sfu {
  readonly #sending: RTCPeerConnection;
  #receiving: RTCPeerConnection | null = null;
  readonly #places = new Map<Source, RTCRtpTransceiver>();
  #work = Promise.resolve();
  #closed = false;

  constructor(
    private readonly config: RTCConfiguration,
    private readonly handlers: SfuHandlers,
  ) {
    this.#sending = this.#made();
  }

  /** Offers a place for each source. */
  async publish(tracks: Tracks): Promise<void> {
    for (const source of SOURCES) {
      const isCamera = source === 'camera';
      const place = this.#sending.addTransceiver(source === 'microphone' ? 'audio' : 'video', {
        direction: 'sendonly',
        ...(isCamera ? { sendEncodings: LAYERS } : {}),
      });
      if (source !== 'microphone') preferVp8(place);
      this.#places.set(source, place);
    }
    await this.put(tracks);
    await this.#sending.setLocalDescription();
    const sdp = this.#sending.localDescription?.sdp;
    if (!sdp || this.#closed) return;
    const sources: Record<string, Source> = {};
    for (const [source, { mid }] of this.#places) if (mid !== null) sources[mid] = source;
    this.handlers.publish({ sdp, sources });
  }

  async published(sdp: string): Promise<void> {
    if (this.#sending.signalingState === 'have-local-offer')
      await this.#sending.setRemoteDescription({ type: 'answer', sdp });
  }

  async put(tracks: Tracks): Promise<void> {
    for (const [source, place] of this.#places)
      if (place.sender.track !== tracks[source]) await place.sender.replaceTrack(tracks[source]);
  }

  /** One offer after the other. */
  offered(offer: SfuOfferFrame): void {
    this.#work = this.#work.then(() => this.#take(offer)).catch(() => this.handlers.lost());
  }

  close(): void {
    this.#closed = true;
    this.#sending.close();
    this.#receiving?.close();
  }

  async #take({ offer, sdp, streams }: SfuOfferFrame): Promise<void> {
    if (this.#closed) return;
    const pc = this.#receiving ?? this.#made();
    this.#receiving = pc;
    await pc.setRemoteDescription({ type: 'offer', sdp });
    await pc.setLocalDescription();
    const answer = pc.localDescription?.sdp;
    if (!answer || this.#closed) return;
    this.handlers.answer({ offer, sdp: answer });
    const received: Record<string, Partial<Record<Source, MediaStreamTrack>>> = {};
    for (const { mid, feed, source } of streams) {
      const track = pc.getTransceivers().find((each) => each.mid === mid)?.receiver.track;
      const known = SOURCES.find((each) => each === source);
      if (track && known) received[feed] = { ...received[feed], [known]: track };
    }
    this.handlers.received(received);
  }

  #made(): RTCPeerConnection {
    const pc = new RTCPeerConnection({ bundlePolicy: 'max-bundle', ...this.config });
    pc.onconnectionstatechange = () => {
      if (this.#closed) return;
      if (pc === this.#sending) this.handlers.connected(pc.connectionState === 'connected');
      if (pc.connectionState === 'failed') this.handlers.lost();
    };
    return pc;
  }
}

/** The media server passes on one kind of video, which every browser knows. */
function preferVp8(place: RTCRtpTransceiver): void {
  const known = RTCRtpReceiver.getCapabilities?.('video')?.codecs ?? [];
  const kept = known.filter(({ mimeType }) => /^video\/(vp8|rtx)$/i.test(mimeType));
  if (kept.length > 0) place.setCodecPreferences?.(kept);
}
