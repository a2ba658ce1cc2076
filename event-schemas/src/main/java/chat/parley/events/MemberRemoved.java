package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone was removed from a group. It is the last event of it they see.
 *
 * @param banned true if no link lets them in again until somebody who leads the group adds them; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberRemoved(
        ConversationId conversation,
        UserId member,
        UserId removedBy,
        @Nullable Boolean banned) implements ConversationEvent, ChangesMembership, Notice {

    /** Without a ban. */
    public MemberRemoved(ConversationId conversation, UserId member, UserId removedBy) {
        this(conversation, member, removedBy, null);
    }

    @Override
    public List<Joined> joins() {
        return List.of();
    }

    @Override
    public List<UserId> leaves() {
        return List.of(member);
    }

    @Override
    public UserId actor() {
        return removedBy;
    }
}
