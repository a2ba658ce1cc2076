import type { AckFrame, RequestFrame } from '../gateway/frames';

/** The gateway, for those who ask it for something. */
export interface Sender {
  readonly ready: boolean;
  request(frame: RequestFrame): Promise<AckFrame>;
}
