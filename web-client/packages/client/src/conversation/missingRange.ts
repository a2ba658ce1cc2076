import type { Conversation } from './ChatState';

/** The first range of sequences that is known to exist and not held, or null. */
export function missingRange(conversation: Conversation): { from: number; to: number } | null {
  if (conversation.sequence >= conversation.knownSequence) return null;
  const held = Object.keys(conversation.held).map(Number);
  const next = Math.min(conversation.knownSequence + 1, ...held);
  return { from: conversation.sequence + 1, to: next - 1 };
}
