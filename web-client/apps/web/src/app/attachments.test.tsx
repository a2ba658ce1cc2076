import { BOB, eventAt, summaryAt, TALK } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

const FILE = '00000000-0000-4000-8000-0000000000f1';
const IMAGE = '00000000-0000-4000-8000-0000000000f2';
const SOON = '2999-01-01T00:00:00Z';

const notes = {
  id: FILE,
  kind: 4,
  name: 'notes.pdf',
  type: 'application/pdf',
  size: 2_400_000,
  sha256: 'ab',
};
const photo = {
  id: IMAGE,
  kind: 1,
  name: 'garden.jpg',
  type: 'image/jpeg',
  size: 9_000,
  sha256: 'cd',
  width: 400,
  height: 300,
  variants: ['p320', 'p1280'],
};

function withFiles(text: string, ...attachments: object[]) {
  const event = eventAt(1);
  return {
    ...event,
    data: { ...event.data, author: BOB, content: { text, attachments }, attachments: [FILE] },
  };
}

/** As a browser sends a file. */
class FakeUpload {
  static sent: string[] = [];
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  status = 200;
  #url = '';

  open(_: string, url: string) {
    this.#url = url;
  }

  setRequestHeader() {}

  abort() {}

  send() {
    FakeUpload.sent.push(this.#url);
    setTimeout(() => this.onload?.());
  }
}

beforeEach(() => {
  FakeUpload.sent = [];
  vi.stubGlobal('XMLHttpRequest', FakeUpload);
});

async function opened() {
  stage.answering('GET', /conversations\?/, () => ({ items: [summaryAt(0)], next: null }));
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  return socket;
}

test('files of a message are shown with their names, and asked for in one request', async () => {
  const asked: unknown[] = [];
  stage.answering('POST', /attachments\/urls/, (body) => {
    asked.push(body);
    return {
      files: [{ attachment: IMAGE, variant: 'p1280', url: '/parley/garden?X-Amz-Signature=1', until: SOON }],
    };
  });
  const socket = await opened();
  act(() => socket.says(withFiles('look', photo, notes)));
  const picture = await screen.findByRole('button', { name: 'Open garden.jpg' });
  await waitFor(() =>
    expect(picture.querySelector('img')?.getAttribute('src')).toBe('/parley/garden?X-Amz-Signature=1'),
  );
  expect(screen.getByText('notes.pdf')).not.toBeNull();
  expect(screen.getByText('2.4 MB')).not.toBeNull();
  expect(screen.getByRole('button', { name: 'Save notes.pdf' })).not.toBeNull();
  expect(asked).toHaveLength(1);
  await stage.expectAccessible();
  fireEvent.click(picture);
  const viewer = within(await screen.findByRole('dialog', { name: 'Pictures' }));
  expect(viewer.getByText('garden.jpg')).not.toBeNull();
  await stage.expectAccessible();
  fireEvent.click(viewer.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a message without words is named by its files in the list', async () => {
  const asked: unknown[] = [];
  stage.answering('POST', /attachments\/urls/, (body) => {
    asked.push(body);
    return { files: [] };
  });
  const socket = await opened();
  act(() => socket.says(withFiles('', photo, { ...photo, id: FILE })));
  expect(await screen.findByText('2 photos')).not.toBeNull();
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(await screen.findAllByText('This file is not there any more')).not.toEqual([]);
});

test('a pasted file is sent with what is written, once the server has checked it', async () => {
  const announced: unknown[] = [];
  stage.answering('POST', /uploads$/, (body) => {
    announced.push(JSON.parse(body ?? ''));
    const { upload } = JSON.parse(body ?? '');
    return {
      upload,
      state: 'reserved',
      put: { url: '/parley/in?X-Amz-Signature=2', headers: {}, until: SOON },
    };
  });
  stage.answering('POST', /complete$/, () => ({ upload: FILE, state: 'checking' }));
  stage.answering('GET', /uploads\//, () => ({ upload: FILE, state: 'ready' }));
  const socket = await opened();
  const field = screen.getByRole('textbox', { name: 'Message' });
  const file = new File(['words'], 'notes.txt', { type: 'text/plain' });
  const chosen = await waitFor(() => {
    fireEvent.paste(field, { clipboardData: { files: [file], types: ['Files'] } });
    return screen.getByRole('list', { name: 'Files to be sent' });
  });
  await within(chosen).findAllByText('notes.txt');
  await stage.expectAccessible();
  fireEvent.change(field, { target: { value: 'read this' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(socket.sentOf('send')).toHaveLength(1));
  const [sent] = socket.sentOf('send');
  expect(sent).toMatchObject({ text: 'read this' });
  expect(sent?.attachments?.[0]?.name).toBe('notes.txt');
  expect(announced[0]).toMatchObject({ purpose: 'attachment', kind: 4, size: 5 });
  expect(FakeUpload.sent[0]).toContain('X-Amz-Signature=2');
  expect(screen.queryByRole('list', { name: 'Files to be sent' })).toBeNull();
});
