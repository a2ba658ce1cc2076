import type { ServerFrame } from '@parley/protocol/types';
import type { FrameOf, FrameType } from '../conversation/frames';

/** Who else wants to know of a kind of frame, once the state has changed with it. */
export class FrameListeners {
  readonly #listeners = new Set<(frame: ServerFrame) => void>();

  /** Answers with what ends it. */
  listen<Type extends FrameType>(type: Type, listener: (frame: FrameOf<Type>) => void): () => void {
    const isMeant = (frame: ServerFrame): frame is FrameOf<Type> => frame.type === type;
    const own = (frame: ServerFrame) => {
      if (isMeant(frame)) listener(frame);
    };
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  tell(frame: ServerFrame): void {
    for (const listener of this.#listeners) listener(frame);
  }
}
