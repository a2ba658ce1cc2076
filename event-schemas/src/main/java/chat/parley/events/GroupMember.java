package chat.parley.events;

/** Someone in a group, and what they may do there. */
public record GroupMember(UserId member, MemberRole role) {}
