const EVERY_MS = 2_000;

export type Grade = 'good' | 'fair' | 'poor';

interface Counted {
  received: number;
  lost: number;
}

/** How good a connection is, by what is lost of what the other sends and how long the way is. */
export class Quality {
  readonly #timer: ReturnType<typeof setInterval>;
  #before: Counted | null = null;

  constructor(
    private readonly connection: () => RTCPeerConnection | null,
    private readonly told: (grade: Grade | null) => void,
  ) {
    this.#timer = setInterval(() => void this.#measure(), EVERY_MS);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #measure(): Promise<void> {
    const pc = this.connection();
    if (pc?.connectionState !== 'connected') return this.told(null);
    const stats: unknown[] = [];
    (await pc.getStats()).forEach((each: unknown) => {
      stats.push(each);
    });
    let now: Counted = { received: 0, lost: 0 };
    let seconds = 0;
    for (const each of stats) {
      const value = (name: string) => numberOf(each, name);
      if (kindOf(each) === 'inbound-rtp')
        now = { received: now.received + value('packetsReceived'), lost: now.lost + value('packetsLost') };
      if (kindOf(each) === 'candidate-pair') seconds = Math.max(seconds, value('currentRoundTripTime'));
    }
    const before = this.#before ?? now;
    this.#before = now;
    const received = Math.max(0, now.received - before.received);
    const lost = Math.max(0, now.lost - before.lost);
    this.told(gradeOf(received + lost === 0 ? 0 : lost / (received + lost), seconds));
  }
}

/** Speech suffers from some three in a hundred on, and talk from a third of a second (ITU-T G.114). */
export function gradeOf(lost: number, seconds: number): Grade {
  if (lost > 0.1 || seconds > 0.6) return 'poor';
  return lost > 0.03 || seconds > 0.3 ? 'fair' : 'good';
}

function kindOf(stat: unknown): string {
  return typeof stat === 'object' && stat !== null && 'type' in stat ? String(stat.type) : '';
}

function numberOf(stat: unknown, name: string): number {
  const value: unknown =
    typeof stat === 'object' && stat !== null ? new Map<string, unknown>(Object.entries(stat)).get(name) : 0;
  return typeof value === 'number' ? value : 0;
}
