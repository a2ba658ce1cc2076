package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone was added to a group. They may see what happens from then on, and before if the group shows its history.
 *
 * @param lastNumber the number of the newest message before, 0 if there is none: later ones are unread for them
 * @param addedBy themselves if they came by a link or accepted an invitation
 * @param visibleFrom the first sequence of the history they may read; absent if that is this event's own
 * @param link by which they came; absent if somebody added them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberAdded(
        ConversationId conversation,
        UserId member,
        MemberRole role,
        UserId addedBy,
        long lastNumber,
        @Nullable Long visibleFrom,
        @Nullable JoinLinkId link)
        implements ConversationEvent, ChangesMembership, Notice {

    /** For someone who reads from now on. */
    public MemberAdded(ConversationId conversation, UserId member, MemberRole role, UserId addedBy, long lastNumber) {
        this(conversation, member, role, addedBy, lastNumber, null, null);
    }

    @Override
    public List<Joined> joins() {
        return List.of(new Joined(member, role, visibleFrom));
    }

    @Override
    public List<UserId> leaves() {
        return List.of();
    }

    @Override
    public UserId actor() {
        return addedBy;
    }
}
