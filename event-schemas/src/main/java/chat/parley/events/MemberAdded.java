package chat.parley.events;

import java.util.List;

/**
 * Someone was added to a group. They may read what happens from here on.
 *
 * @param lastNumber of the newest message before, 0 where there is none: from there on they have something to read
 */
public record MemberAdded(ConversationId conversation, UserId member, MemberRole role, UserId addedBy, long lastNumber)
        implements ConversationEvent, ChangesMembership {

    @Override
    public List<Joined> joins() {
        return List.of(new Joined(member, role, null));
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
