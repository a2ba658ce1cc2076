package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several people were added to a group at once. They may see what happens from then on, and before if the group shows its history.
 *
 * @param members each once
 * @param lastNumber the number of the newest message before, 0 if there is none: later ones are unread for them
 * @param visibleFrom the first sequence of the history they may read; absent if that is this event's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MembersAdded(
        ConversationId conversation,
        List<UserId> members,
        UserId addedBy,
        long lastNumber,
        @Nullable Long visibleFrom) implements ConversationEvent, ChangesMembership, Notice {

    public MembersAdded {
        members = List.copyOf(members);
    }

    @Override
    public List<Joined> joins() {
        return members.stream()
                .map(member -> new Joined(member, MemberRole.MEMBER, visibleFrom))
                .toList();
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
