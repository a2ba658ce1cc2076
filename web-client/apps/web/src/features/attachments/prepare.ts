import type { OutboxFile } from '@parley/client/conversation/ChatState';
import { uuidv7 } from '@parley/client/text/uuidv7';
import { rgbaToThumbHash } from 'thumbhash';

const IMAGES = ['image/jpeg', 'image/png', 'image/gif', 'image/bmp', 'image/webp'];
const VIDEOS = ['video/mp4', 'video/quicktime', 'video/webm', 'video/ogg'];
/** What the server decodes; a larger picture is sent as a file. */
const LARGEST_IMAGE = 30 * 1024 * 1024;
/** A thumbhash is made of a picture of at most this side. */
const SMALL = 100;
const PATIENCE_MS = 4_000;

type Looks = Pick<OutboxFile, 'width' | 'height' | 'durationMs' | 'thumbhash'>;

/** A file as it is sent, with what can be seen of it here. */
export async function prepared(file: File): Promise<OutboxFile> {
  const kind = kindOf(file);
  const looks = await looksOf(file, kind).catch((): Looks => ({}));
  return { upload: uuidv7(), file, name: file.name, kind, ...looks, ready: false };
}

function kindOf({ type, size }: File): number {
  if (IMAGES.includes(type) && size <= LARGEST_IMAGE) return 1;
  if (VIDEOS.includes(type)) return 2;
  return type.startsWith('audio/') ? 3 : 4;
}

async function looksOf(file: File, kind: number): Promise<Looks> {
  if (kind === 1) return imageLooks(file);
  return kind === 4 ? {} : await mediaLooks(file, kind === 2 ? 'video' : 'audio');
}

async function imageLooks(file: File): Promise<Looks> {
  const image = await createImageBitmap(file);
  try {
    const { width, height } = image;
    const thumbhash = thumbhashOf(image, width, height);
    return { width, height, ...(thumbhash ? { thumbhash } : {}) };
  } finally {
    image.close();
  }
}

function mediaLooks(file: File, of: 'video' | 'audio'): Promise<Looks> {
  const url = URL.createObjectURL(file);
  const element = document.createElement(of);
  const known = new Promise<Looks>((resolve, reject) => {
    element.onerror = reject;
    setTimeout(reject, PATIENCE_MS);
    element.onloadeddata = () => {
      const duration = element.duration;
      const durationMs = Number.isFinite(duration) ? { durationMs: Math.round(duration * 1_000) } : {};
      resolve({ ...durationMs, ...(element instanceof HTMLVideoElement ? videoLooks(element) : {}) });
    };
    element.muted = true;
    element.preload = 'auto';
    element.src = url;
  });
  return known.finally(() => URL.revokeObjectURL(url));
}

function videoLooks(video: HTMLVideoElement): Looks {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return {};
  const thumbhash = thumbhashOf(video, width, height);
  return { width, height, ...(thumbhash ? { thumbhash } : {}) };
}

function thumbhashOf(picture: CanvasImageSource, width: number, height: number): string | undefined {
  const scale = Math.min(1, SMALL / Math.max(width, height));
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const canvas = document.createElement('canvas');
  canvas.width = w;
  canvas.height = h;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.drawImage(picture, 0, 0, w, h);
  return btoa(String.fromCharCode(...rgbaToThumbHash(w, h, context.getImageData(0, 0, w, h).data)));
}
