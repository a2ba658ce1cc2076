package chat.parley.events;

/**
 * What a group lets its members do. Each right belongs to a role and to those above it.
 *
 * @param add who adds people
 * @param write who writes and edits messages
 * @param edit who changes the group's name and description
 * @param history what those who are added later read
 */
public record GroupSettings(MemberRole add, MemberRole write, MemberRole edit, GroupHistory history) {

    /** Those of a group for which nobody has chosen others. */
    public static final GroupSettings USUAL =
            new GroupSettings(MemberRole.ADMIN, MemberRole.MEMBER, MemberRole.ADMIN, GroupHistory.JOINING);
}
