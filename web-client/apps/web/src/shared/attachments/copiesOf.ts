import type { Message, OutboxFile } from '@parley/client/conversation/ChatState';
import { uuidv7 } from '@parley/client/text/uuidv7';

/** The files of a message as they are sent on: each time as copies of their own. */
export function copiesOf(conversation: string, { content, sequence }: Message): () => OutboxFile[] {
  const files = content.kind === 'text' ? (content.attachments ?? []) : [];
  return () =>
    files.map(({ id, name, kind, width, height, durationMs, thumbhash, waveform }) => ({
      upload: uuidv7(),
      copyOf: { conversation, sequence, attachment: id },
      name,
      kind,
      ...(width && height ? { width, height } : {}),
      ...(durationMs === undefined || durationMs === null ? {} : { durationMs }),
      ...(thumbhash ? { thumbhash } : {}),
      ...(waveform ? { waveform } : {}),
      ready: false,
    }));
}
