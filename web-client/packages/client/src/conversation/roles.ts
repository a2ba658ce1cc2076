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

/** Nobody acts on someone of the same or a higher rank. */
export function outranks(one: MemberRole, other: MemberRole): boolean {
  return RANKS[one] > RANKS[other];
}
