package chat.parley.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group was created.
 *
 * @param members everyone in it from the start, its creator as the owner
 * @param content its name, which belongs to the group; null once erased
 */
public record GroupCreated(
        ConversationId conversation,
        List<GroupMember> members,
        UserId createdBy,
        @Nullable GroupDetails content) implements ConversationEvent, ChangesMembership, CarriesContent, Notice {

    public GroupCreated {
        members = List.copyOf(members);
    }

    @Override
    public Owner owner() {
        return new Owner.Group(conversation);
    }

    @Override
    public List<Joined> joins() {
        return members.stream()
                .map(each -> new Joined(each.member(), each.role(), null))
                .toList();
    }

    @Override
    public List<UserId> leaves() {
        return List.of();
    }

    @Override
    public UserId actor() {
        return createdBy;
    }
}
