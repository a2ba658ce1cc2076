import type { Conversation, MemberRole } from './ChatState';
import { leads, outranks, roleOf } from './roles';

/** Nobody acts on someone of the same or a higher rank, but owners on each other. */
export function mayActOn(one: MemberRole, other: MemberRole): boolean {
  return one === 'owner' || outranks(one, other);
}

/** Whether someone leads a group and may act on another there, who may be gone. */
export function moderates(
  group: Pick<Conversation, 'kind' | 'roles'>,
  member: string,
  other: string,
): boolean {
  const own = roleOf(group, member);
  return group.kind === 'group' && member !== other && leads(own) && mayActOn(own, roleOf(group, other));
}

/** What a member can be given by someone: no more than they have themselves. */
export function rolesGivenBy(giver: MemberRole): MemberRole[] {
  return ROLES.filter((role) => !outranks(role, giver));
}

const ROLES: readonly MemberRole[] = ['owner', 'admin', 'member'];

/** Whether nobody else owns a group in which there are others. */
export function isLastOwner({ roles, members }: Conversation, member: string): boolean {
  const owners = Object.keys(roles).filter((each) => roles[each] === 'owner');
  return members.length > 1 && owners.length === 1 && owners[0] === member;
}
