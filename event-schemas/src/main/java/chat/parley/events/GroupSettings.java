package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * What a group lets its members do. Each right belongs to a role and to those above it.
 *
 * @param add who adds people
 * @param write who writes and edits messages
 * @param edit who changes the group's name and description
 * @param history what those who are added later read
 * @param mention who mentions everyone at once; absent where nobody has chosen: all members do
 */
public record GroupSettings(
        MemberRole add,
        MemberRole write,
        MemberRole edit,
        GroupHistory history,
        @Nullable MemberRole mention) {

    /** Those of a group for which nobody has chosen others. */
    public static final GroupSettings USUAL =
            new GroupSettings(MemberRole.ADMIN, MemberRole.MEMBER, MemberRole.ADMIN, GroupHistory.JOINING);

    public GroupSettings {
        mention = mention == null ? MemberRole.MEMBER : mention;
    }

    /** Those of a group whose members all mention everyone. */
    public GroupSettings(MemberRole add, MemberRole write, MemberRole edit, GroupHistory history) {
        this(add, write, edit, history, null);
    }

    /** Who mentions everyone at once. */
    public MemberRole mentions() {
        return mention == null ? MemberRole.MEMBER : mention;
    }
}
