import { ALICE, BOB, summaryAt, timeOf } from '@parley/client/testing/log';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

/** Nothing is drawn here; a real browser is in the stories. */
vi.mock('@/shared/picture/cutSquare', () => ({
  cutSquare: async () => new Blob(['a square'], { type: 'image/jpeg' }),
}));
vi.mock('react-easy-crop', async () => {
  const { useEffect } = await import('react');
  return {
    default: ({ onCropComplete }: { onCropComplete(area: object, pixels: object): void }) => {
      useEffect(() => onCropComplete({}, { x: 0, y: 0, width: 9, height: 9 }), []);
      return <div>cropper</div>;
    },
  };
});

const chosen = (avatar: string | null, position: number) =>
  ({
    type: 'event',
    stream: `account/${BOB}`,
    sequence: position,
    position,
    at: timeOf(1),
    name: 'account.avatar-changed.v1',
    data: { account: BOB, avatar },
    cursor: `k${position}`,
  }) as const;

const picturesShown = () =>
  [...document.querySelectorAll('img')]
    .map((image) => image.getAttribute('src'))
    .filter((address) => address?.startsWith('blob:'));

function withPicture(avatar: string) {
  const summary = summaryAt(0);
  return {
    ...summary,
    members: summary.members.map((member) => (member.user === BOB ? { ...member, avatar } : member)),
  };
}

const PICTURE = '00000000-0000-4000-8000-00000000000a';
const ANOTHER = '00000000-0000-4000-8000-00000000000b';

test('who has a picture is shown with it, once it was fetched, and it follows its changes', async () => {
  const asked: string[] = [];
  stage.answering('GET', /conversations\?/, () => ({ items: [withPicture(PICTURE)], next: null }));
  for (const avatar of [PICTURE, ANOTHER])
    stage.answering('GET', new RegExp(`users/bob/avatar\\?size=64&version=${avatar}`), () => {
      asked.push(avatar);
      return new Response(new Blob([avatar], { type: 'image/jpeg' }));
    });
  const socket = await stage.enter('#/');
  await waitFor(() => expect(picturesShown()).toHaveLength(1));
  const [first] = picturesShown();
  act(() => socket.says(chosen(ANOTHER, 9)));
  await waitFor(() => expect(picturesShown()).not.toContain(first));
  await waitFor(() => expect(picturesShown()).toHaveLength(1));
  expect(asked).toEqual([PICTURE, ANOTHER]);
  act(() => socket.says(chosen(PICTURE, 8)));
  act(() => socket.says(chosen(null, 10)));
  await waitFor(() => expect(picturesShown()).toEqual([]));
  expect(asked).toEqual([PICTURE, ANOTHER]);
});

test('a picture that cannot be fetched leaves the initials', async () => {
  stage.answering('GET', /conversations\?/, () => ({ items: [withPicture(PICTURE)], next: null }));
  let tried = 0;
  stage.answering('GET', /avatar/, () => {
    tried++;
    return new Response('', { status: 503 });
  });
  await stage.enter('#/');
  await waitFor(() => expect(tried).toBeGreaterThan(0));
  expect(picturesShown()).toEqual([]);
  expect(document.querySelector('[data-initials^="B"]')).not.toBeNull();
});

/** As a browser sends a file. */
class FakeUpload {
  static sent: { url: string; type: string | undefined }[] = [];
  static status = 200;
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  status = 0;
  #url = '';
  #headers: Record<string, string> = {};

  open(_: string, url: string) {
    this.#url = url;
  }

  setRequestHeader(name: string, value: string) {
    this.#headers[name] = value;
  }

  send() {
    FakeUpload.sent.push({ url: this.#url, type: this.#headers['Content-Type'] });
    this.upload.onprogress?.({ loaded: 4, total: 8 });
    this.status = FakeUpload.status;
    setTimeout(() => this.onload?.());
  }
}

async function openForm() {
  vi.stubGlobal('XMLHttpRequest', FakeUpload);
  FakeUpload.sent = [];
  await stage.enter('#/account');
  fireEvent.click(await screen.findByRole('button', { name: 'Change picture' }));
  const form = within(await screen.findByRole('dialog', { name: 'Change picture' }));
  await form.findByRole('button', { name: /^Choose/ });
  return form;
}

function choose() {
  const input = document.querySelector('input[type=file]');
  if (!input) throw new Error('No file can be chosen.');
  const file = new File(['a picture'], 'me.png', { type: 'image/png' });
  Object.defineProperty(input, 'files', { value: [file] });
  fireEvent.change(input);
}

function answered(states: object[], avatars: unknown[]) {
  stage.answering('POST', /uploads$/, (body) => ({
    upload: JSON.parse(body ?? '').upload,
    state: 'reserved',
    put: {
      url: '/parley/x?X-Amz-Signature=s',
      headers: { 'Content-Type': 'image/jpeg' },
      until: timeOf(60),
    },
  }));
  stage.answering('POST', /complete$/, () => ({ upload: PICTURE, state: 'checking' }));
  stage.answering('GET', /uploads\/[^/]+$/, () => states.shift());
  stage.answering('PUT', /me\/avatar$/, (body) => {
    avatars.push(JSON.parse(body ?? ''));
    return { position: 3 };
  });
}

test('a picture is chosen, cut, uploaded, checked and used', async () => {
  const avatars: { upload: string }[] = [];
  answered(
    [
      { upload: PICTURE, state: 'checking' },
      { upload: PICTURE, state: 'ready' },
    ],
    avatars,
  );
  const form = await openForm();
  await stage.expectAccessible();
  choose();
  await form.findByText('cropper');
  await stage.expectAccessible();
  fireEvent.click(form.getByRole('button', { name: 'Save picture' }));
  await form.findByRole('progressbar', { name: 'Uploading the picture' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(FakeUpload.sent).toEqual([{ url: '/parley/x?X-Amz-Signature=s', type: 'image/jpeg' }]);
  expect(avatars).toHaveLength(1);
  expect(avatars[0]?.upload).toMatch(/^[0-9a-f-]{36}$/);
});

test('why a picture was refused is said, and another can be chosen', async () => {
  const avatars: unknown[] = [];
  answered([{ upload: PICTURE, state: 'refused', refused: 'picture_too_large' }], avatars);
  const form = await openForm();
  choose();
  await form.findByText('cropper');
  fireEvent.click(form.getByRole('button', { name: 'Save picture' }));
  await form.findByText(/too many pixels/);
  expect(avatars).toEqual([]);
  form.getByRole('button', { name: 'Choose another picture' });
});

test('a picture is removed', async () => {
  const avatars: unknown[] = [];
  answered([], avatars);
  stage.answering('GET', /me$/, () => ({
    user: ALICE,
    username: 'alice',
    displayName: 'Alice Archer',
    about: null,
    email: 'alice@example.org',
    phone: null,
    findable: 'by_name',
    writes: 'everyone',
    adds: 'everyone',
    visibility: {
      online: 'everyone',
      lastSeen: 'everyone',
      receipts: 'everyone',
      avatar: 'everyone',
      about: 'everyone',
    },
    avatar: PICTURE,
  }));
  stage.answering('GET', /avatar\?/, () => new Response('', { status: 503 }));
  const form = await openForm();
  fireEvent.click(form.getByRole('button', { name: 'Remove the picture' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(avatars).toEqual([{ upload: null }]);
});
