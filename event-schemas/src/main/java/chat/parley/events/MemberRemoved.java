package chat.parley.events;

import java.util.List;

/** Someone was removed from a group. It is the last event of it they see. */
public record MemberRemoved(ConversationId conversation, UserId member, UserId removedBy)
        implements ConversationEvent, ChangesMembership, Notice {

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
