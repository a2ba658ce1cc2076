package chat.parley.events;

/** A group was closed: its members read what there is, and nobody writes or comes any more. */
public record GroupClosed(ConversationId conversation, UserId closedBy) implements AltersGroup {

    @Override
    public UserId actor() {
        return closedBy;
    }
}
