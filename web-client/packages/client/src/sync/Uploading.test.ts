import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { Problem } from '../api/Problem';
import { type ChatState, emptyChat, type OutboxFile } from '../conversation/ChatState';
import type { RequestFrame } from '../gateway/frames';
import { Outbox } from './Outbox';
import type { Upload } from './Uploading';

const CONVERSATION = '6a1f9c3e-1d5b-8c2a-9f00-0f0e0d0c0b0a';

function file(name: string, kind = 4): OutboxFile {
  return { upload: `upload of ${name}`, file: new Blob(['x']), name, kind, ready: false };
}

/** An outbox whose frames are kept, and whose uploads end when they are told to. */
function outboxWith(upload: Upload) {
  const store = createStore<ChatState>(() => emptyChat('me'));
  const sent: RequestFrame[] = [];
  const gateway = {
    ready: true,
    request: (frame: RequestFrame) => {
      sent.push(frame);
      return new Promise<never>(() => {});
    },
  };
  const outbox = new Outbox(store, gateway, undefined, undefined, upload);
  const texts = () => sent.map((frame) => (frame.type === 'send' ? frame.text : ''));
  return { outbox, store, sent, texts };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a message with files', () => {
  it('is there at once and sent when all of them are, while later words go before it', async () => {
    const ends: Record<string, () => void> = {};
    const { outbox, store, sent, texts } = outboxWith(
      ({ name }) =>
        new Promise((resolve) => {
          ends[name] = resolve;
        }),
    );
    outbox.write(CONVERSATION, 'look', undefined, null, [file('a'), file('b')]);
    outbox.write(CONVERSATION, 'later');
    expect(store.getState().outbox).toHaveLength(2);
    expect(texts()).toEqual(['later']);
    ends.a?.();
    await settled();
    expect(texts()).toEqual(['later']);
    ends.b?.();
    await settled();
    expect(texts()).toEqual(['later', 'look']);
    expect(sent[1]).toMatchObject({
      attachments: [
        { upload: 'upload of a', name: 'a' },
        { upload: 'upload of b', name: 'b' },
      ],
    });
  });

  it('needs no words', async () => {
    const { outbox, texts } = outboxWith(async () => {});
    outbox.write(CONVERSATION, '  ', undefined, null, [file('a')]);
    outbox.write(CONVERSATION, '  ');
    await settled();
    expect(texts()).toEqual(['']);
  });

  it('fails with the reason of the server, and is uploaded anew when it is tried again', async () => {
    const uploads: string[] = [];
    const { outbox, store } = outboxWith(async ({ upload }) => {
      uploads.push(upload);
      throw new Problem(422, 'file_differs', '', false);
    });
    outbox.write(CONVERSATION, 'look', undefined, null, [file('a')]);
    await settled();
    const [entry] = store.getState().outbox;
    expect(entry).toMatchObject({ step: 'failed', reason: 'file_differs' });
    outbox.retry(entry?.message ?? '');
    await settled();
    expect(new Set(uploads).size).toBe(2);
  });

  it('sends what is no picture for the server as a file', async () => {
    const kinds: number[] = [];
    const { outbox, sent } = outboxWith(async ({ kind }) => {
      kinds.push(kind);
      if (kind === 1) throw new Problem(422, 'picture_too_large', '', false);
    });
    outbox.write(CONVERSATION, 'look', undefined, null, [{ ...file('a', 1), width: 3, height: 2 }]);
    await settled();
    expect(kinds).toEqual([1, 4]);
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toHaveProperty('attachments.0.width');
  });

  it('is not uploaded any more once it is discarded', async () => {
    let stopped: AbortSignal | undefined;
    const { outbox, store, sent } = outboxWith((_, __, signal) => {
      stopped = signal;
      return new Promise(() => {});
    });
    outbox.write(CONVERSATION, 'look', undefined, null, [file('a')]);
    outbox.discard(store.getState().outbox[0]?.message ?? '');
    expect(stopped?.aborted).toBe(true);
    expect(sent).toEqual([]);
  });
});
