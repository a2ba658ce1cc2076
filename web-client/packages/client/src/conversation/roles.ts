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

/** Nobody acts on someone of the same or a higher rank, but owners on each other. */
export function mayActOn(one: MemberRole, other: MemberRole): boolean {
  return one === 'owner' || outranks(one, other);
}

/** What a member can be given by someone: no more than they have themselves. */
export function rolesGivenBy(giver: MemberRole): MemberRole[] {
  return ROLES.filter((role) => !outranks(role, giver));
}

const ROLES: readonly MemberRole[] = ['owner', 'admin', 'member'];

/** What a group lets members do until somebody has chosen otherwise. */
export const USUAL: GroupSettings = { add: 'admin', write: 'member', edit: 'admin', history: 'joining' };

/** Whether a group's settings let a member do this. */
export function may(
  conversation: Pick<Conversation, 'roles' | 'settings' | 'closed'>,
  member: string,
  right: 'add' | 'write' | 'edit',
): boolean {
  const least = (conversation.settings ?? USUAL)[right];
  return !conversation.closed && !outranks(least, roleOf(conversation, member));
}

/** Whether nobody else owns a group in which there are others. */
export function isLastOwner({ roles, members }: Conversation, member: string): boolean {
  const owners = Object.keys(roles).filter((each) => roles[each] === 'owner');
  return members.length > 1 && owners.length === 1 && owners[0] === member;
}
