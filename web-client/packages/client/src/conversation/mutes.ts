import type { Conversation } from './ChatState';
import { roleOf } from './roles';

/** Until when someone says nothing in a group; null where they may. Owners always may. */
export function mutedUntil(
  conversation: Pick<Conversation, 'mutes' | 'roles'>,
  member: string,
  now: number,
): string | null {
  const until = conversation.mutes?.[member];
  return until && Date.parse(until) > now && roleOf(conversation, member) !== 'owner' ? until : null;
}
