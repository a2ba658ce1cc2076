import type { FilePlace } from '@parley/client/conversation/ChatState';
import type { FileAddress } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

/** Asked for together, at most. */
const MOST = 50;
const GATHER_MS = 15;
/** An address that is good for less time than this is not used any more. */
const MARGIN_MS = 20_000;

export interface WantedFile extends FilePlace {
  variant: string;
  /** Whether it is to be saved. */
  save?: boolean;
}

interface Waiting {
  wanted: WantedFile;
  tell(address: FileAddress | null): void;
  fail(why: unknown): void;
}

const known = new Map<string, FileAddress>();
let waiting: Waiting[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

const keyOf = ({ conversation, sequence, attachment, variant, save }: WantedFile) =>
  [conversation, sequence, attachment, variant, save ?? false].join(' ');

/** Where a file is, as long as its address is known to be good. */
export function knownUrl(wanted: WantedFile): string | null {
  const address = known.get(keyOf(wanted));
  return address && Date.parse(address.until) - MARGIN_MS > Date.now() ? address.url : null;
}

/**
 * Where a file can be fetched for a while; null where it is not there for this person. What is asked for at the same time is asked in one request.
 *
 * @param anew although an address is known: it was refused
 */
export async function fileUrl(wanted: WantedFile, anew = false): Promise<string | null> {
  const there = anew ? null : knownUrl(wanted);
  if (there) return there;
  const address = await new Promise<FileAddress | null>((tell, fail) => {
    waiting.push({ wanted, tell, fail });
    if (timer === undefined) timer = setTimeout(ask, GATHER_MS);
  });
  if (address) known.set(keyOf(wanted), address);
  return address?.url ?? null;
}

async function ask(): Promise<void> {
  timer = undefined;
  const asked = waiting.slice(0, MOST);
  waiting = waiting.slice(MOST);
  if (waiting.length > 0) timer = setTimeout(ask, GATHER_MS);
  try {
    const files = asked.map(({ wanted }) => wanted);
    const found = await session.call('FileAddresses', '/attachments/urls', {
      method: 'POST',
      body: { files },
    });
    // What is not there is left out; the rest is in the order of the request.
    let next = 0;
    for (const { wanted, tell } of asked) {
      const address = found.files[next];
      const isIt = address?.attachment === wanted.attachment && address.variant === wanted.variant;
      tell(isIt && address ? address : null);
      if (isIt) next++;
    }
  } catch (why) {
    for (const { fail } of asked) fail(why);
  }
}
