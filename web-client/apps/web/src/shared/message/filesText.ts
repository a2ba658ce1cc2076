import type { Content } from '@parley/client/conversation/content';
import { spoken } from '@/shared/words/words';

const KINDS = ['message.file', 'message.image', 'message.video', 'message.sound', 'message.file'] as const;

/** What stands for files without words: of the kind of the first, or of several kinds only how many. */
export function filesText(content: Content): string | null {
  const files = content.kind === 'text' ? (content.attachments ?? []) : [];
  const first = files[0];
  if (!first) return null;
  const alike = files.every(({ kind }) => kind === first.kind);
  return spoken().words((alike && KINDS[first.kind]) || 'message.file', { count: files.length });
}
