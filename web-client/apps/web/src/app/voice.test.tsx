import { messageEventAt, TALK } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const { microphone, Recorder, Context } = vi.hoisted(() => {
  const state = { stopped: 0, refused: false };
  class Recorder {
    static isTypeSupported = (type: string) => type === 'audio/mp4';
    state = 'inactive';
    mimeType: string;
    ondataavailable: ((event: { data: Blob }) => void) | null = null;
    onstop: (() => void) | null = null;
    constructor(_: unknown, { mimeType }: { mimeType: string }) {
      this.mimeType = mimeType;
    }
    start() {
      this.state = 'recording';
    }
    stop() {
      this.state = 'inactive';
      this.ondataavailable?.({ data: new Blob(['speech'], { type: this.mimeType }) });
      this.onstop?.();
    }
  }
  class Context {
    state = 'running';
    createMediaStreamSource = () => ({ connect: () => {} });
    createAnalyser = () => ({
      fftSize: 8,
      getFloatTimeDomainData: (wave: Float32Array) => wave.fill(0.5),
    });
    close = async () => {};
  }
  vi.stubGlobal('MediaRecorder', Recorder);
  vi.stubGlobal('AudioContext', Context);
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: {
      getUserMedia: async () => {
        if (state.refused) throw new Error('not allowed');
        return { getTracks: () => [{ stop: () => state.stopped++ }] };
      },
    },
  });
  return { microphone: state, Recorder, Context };
});

import { Stage } from './testing/stage';

const stage = new Stage();

beforeEach(() => {
  vi.stubGlobal('MediaRecorder', Recorder);
  vi.stubGlobal('AudioContext', Context);
  microphone.stopped = 0;
  microphone.refused = false;
});

afterEach(() => vi.restoreAllMocks());

async function record() {
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  fireEvent.click(await screen.findByRole('button', { name: 'Record a voice message' }));
  await screen.findByRole('group', { name: 'Voice message' });
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Send the voice message' }).hasAttribute('disabled')).toBe(
      false,
    ),
  );
  return socket;
}

test('what is said is recorded, uploaded and sent with its length and its waveform', async () => {
  const announced: unknown[] = [];
  stage.answering('POST', /uploads$/, (body) => {
    announced.push(JSON.parse(String(body)));
    const { upload } = JSON.parse(String(body));
    return { upload, state: 'ready' };
  });
  const socket = await record();
  await stage.expectAccessible();
  fireEvent.click(screen.getByRole('button', { name: 'Send the voice message' }));
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(1));
  expect(announced).toMatchObject([{ purpose: 'attachment', kind: 3 }]);
  const [sent] = socket.sentOf('send');
  expect(sent?.text).toBe('');
  const [file] = sent?.attachments ?? [];
  expect(file?.name).toMatch(/^voice-.*\.m4a$/);
  expect(file?.waveform).toHaveLength(64);
  expect(file?.durationMs).toBeGreaterThan(0);
  expect(screen.queryByRole('group', { name: 'Voice message' })).toBeNull();
  expect(microphone.stopped).toBe(1);
});

test('it can be heard before it is sent, and discarded', async () => {
  const socket = await record();
  fireEvent.click(screen.getByRole('button', { name: 'Stop and listen' }));
  expect((await screen.findByRole('slider', { name: 'Position' })).getAttribute('aria-valuetext')).toMatch(
    /of 0:0\d/,
  );
  await stage.expectAccessible();
  fireEvent.click(screen.getByRole('button', { name: 'Discard the recording' }));
  expect(screen.queryByRole('group', { name: 'Voice message' })).toBeNull();
  expect(socket.sentOf('send')).toEqual([]);
  expect(microphone.stopped).toBe(1);
});

test('Escape discards it, and the microphone is free', async () => {
  await record();
  fireEvent.keyDown(screen.getByRole('group', { name: 'Voice message' }), { key: 'Escape' });
  await waitFor(() => expect(microphone.stopped).toBe(1));
  expect(screen.queryByRole('group', { name: 'Voice message' })).toBeNull();
});

test('who held the button and lets go hears what was recorded', async () => {
  await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  const button = await screen.findByRole('button', { name: 'Record a voice message' });
  fireEvent.pointerDown(button);
  await screen.findByRole('group', { name: 'Voice message' });
  await screen.findByText('0:02', undefined, { timeout: 4_000 });
  fireEvent.pointerUp(window);
  await screen.findByRole('slider', { name: 'Position' });
});

test('where there is no microphone, that is said', async () => {
  microphone.refused = true;
  await stage.enter(`#/c/${TALK}`);
  fireEvent.click(await screen.findByRole('button', { name: 'Record a voice message' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The microphone cannot be heard');
});

test('a voice message is played from where it was left, as fast as somebody likes', async () => {
  const file = {
    id: '00000000-0000-4000-8000-00000000000c',
    kind: 3,
    name: 'voice.m4a',
    type: 'audio/mp4',
    size: 9,
    sha256: '0'.repeat(64),
    durationMs: 12_000,
    waveform: Array.from({ length: 64 }, (_, at) => at % 32),
  };
  stage.answering('POST', /attachments\/urls$/, () => ({
    files: [{ attachment: file.id, variant: 'original', url: '/voice.m4a', until: '2100-01-01T00:00:00Z' }],
  }));
  const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue(undefined);
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  const event = messageEventAt(1);
  act(() => socket.says({ ...event, data: { ...event.data, content: { text: '', attachments: [file] } } }));
  const position = await screen.findByRole('slider', { name: 'Position' });
  expect(position.getAttribute('aria-valuetext')).toBe('0:00 of 0:12');
  fireEvent.change(position, { target: { value: '6000' } });
  expect(position.getAttribute('aria-valuetext')).toBe('0:06 of 0:12');
  fireEvent.click(screen.getByRole('button', { name: 'Speed: 1' }));
  expect(screen.getByRole('button', { name: 'Speed: 1.5' }).textContent).toBe('1.5×');
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Play' }).hasAttribute('disabled')).toBe(false),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Play' }));
  expect(play).toHaveBeenCalledTimes(1);
});
