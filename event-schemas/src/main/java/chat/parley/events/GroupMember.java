package chat.parley.events;

/** A member of a group, with their role. */
public record GroupMember(UserId member, MemberRole role) {}
