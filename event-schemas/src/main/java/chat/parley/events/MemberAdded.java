package chat.parley.events;

import java.util.List;

/**
 * Someone was added to a group. They may see what happens from then on.
 *
 * @param lastNumber the number of the newest message before, 0 if there is none: later ones are unread for them
 */
public record MemberAdded(ConversationId conversation, UserId member, MemberRole role, UserId addedBy, long lastNumber)
        implements ConversationEvent, ChangesMembership, Notice {

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
