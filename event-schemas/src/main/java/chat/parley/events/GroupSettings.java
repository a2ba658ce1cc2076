package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a group lets its members do. Each right belongs to a role and to those above it.
 *
 * @param add who adds people
 * @param write who writes and edits messages
 * @param edit who changes the group's name and description
 * @param history what those who are added later read
 * @param approval true if whoever comes by a link asks first; absent otherwise
 * @param mention who mentions everyone at once; absent where nobody has chosen: all members do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupSettings(
        MemberRole add,
        MemberRole write,
        MemberRole edit,
        GroupHistory history,
        @Nullable Boolean approval,
        @Nullable MemberRole mention) {

    /** Those of a group for which nobody has chosen others. */
    public static final GroupSettings USUAL =
            new GroupSettings(MemberRole.ADMIN, MemberRole.MEMBER, MemberRole.ADMIN, GroupHistory.JOINING);

    public GroupSettings {
        mention = mention == null ? MemberRole.MEMBER : mention;
    }

    /** Whoever comes by a link joins at once, and all members mention everyone. */
    public GroupSettings(MemberRole add, MemberRole write, MemberRole edit, GroupHistory history) {
        this(add, write, edit, history, null, null);
    }

    /** Whether whoever comes by a link asks first, whichever link it is. */
    public boolean asksFirst() {
        return Boolean.TRUE.equals(approval);
    }

    /** Who mentions everyone at once. */
    public MemberRole mentions() {
        return mention == null ? MemberRole.MEMBER : mention;
    }
}
