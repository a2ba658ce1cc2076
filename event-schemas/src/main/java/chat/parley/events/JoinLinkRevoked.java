package chat.parley.events;

/** Nobody joins a group by this link any more. */
public record JoinLinkRevoked(ConversationId conversation, JoinLinkId link, UserId revokedBy) implements AltersGroup {

    @Override
    public UserId actor() {
        return revokedBy;
    }
}
