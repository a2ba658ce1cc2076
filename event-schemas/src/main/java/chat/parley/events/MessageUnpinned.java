package chat.parley.events;

/**
 * A message is pinned no more.
 *
 * @param number of the message
 * @param target the sequence at which the message was recorded
 * @param message its id
 * @param member who did it
 */
public record MessageUnpinned(ConversationId conversation, long number, long target, MessageId message, UserId member)
        implements ConversationEvent {

    @Override
    public UserId actor() {
        return member;
    }
}
