import type { MemberRole } from '@parley/client/conversation/ChatState';

/** What a role is called. */
export const roleNames = {
  owner: 'groups.role.owner',
  admin: 'groups.role.admin',
  member: 'groups.role.member',
} as const satisfies Record<MemberRole, string>;
