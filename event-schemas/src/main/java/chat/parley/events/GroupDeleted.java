package chat.parley.events;

import java.util.List;

/**
 * A closed group was deleted: everyone leaves it with this event, and what was said in it is forgotten from then on.
 *
 * @param members those who were in it
 */
public record GroupDeleted(ConversationId conversation, List<UserId> members, UserId deletedBy)
        implements AltersGroup, ChangesMembership {

    public GroupDeleted {
        members = List.copyOf(members);
    }

    @Override
    public List<Joined> joins() {
        return List.of();
    }

    @Override
    public List<UserId> leaves() {
        return members;
    }

    @Override
    public UserId actor() {
        return deletedBy;
    }
}
