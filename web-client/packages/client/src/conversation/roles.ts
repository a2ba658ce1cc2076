import type { GroupSettings } from '@parley/protocol/types';
import type { Conversation, MemberRole } from './ChatState';

export function roleOf({ roles }: Pick<Conversation, 'roles'>, member: string): MemberRole {
  return roles[member] ?? 'member';
}

/** Whoever is no more than a member is not among them. */
export function withRole(
  roles: Conversation['roles'],
  member: string,
  role: MemberRole,
): Conversation['roles'] {
  const { [member]: _, ...others } = roles;
  return role === 'member' ? others : { ...others, [member]: role };
}

/** Whether someone leads a group, and so adds people to it and removes them. */
export function leads(role: MemberRole): boolean {
  return role !== 'member';
}

const RANKS: Readonly<Record<MemberRole, number>> = { owner: 2, admin: 1, member: 0 };

export function outranks(one: MemberRole, other: MemberRole): boolean {
  return RANKS[one] > RANKS[other];
}

/** What a group lets members do until somebody has chosen otherwise. */
export const USUAL: GroupSettings = {
  add: 'admin',
  write: 'member',
  edit: 'admin',
  history: 'joining',
  mention: 'member',
};

/** Whether a group's settings let a member do this. */
export function may(
  conversation: Pick<Conversation, 'roles' | 'settings' | 'closed'>,
  member: string,
  right: 'add' | 'write' | 'edit' | 'mention',
): boolean {
  const least = (conversation.settings ?? USUAL)[right] ?? 'member';
  return !conversation.closed && !outranks(least, roleOf(conversation, member));
}
