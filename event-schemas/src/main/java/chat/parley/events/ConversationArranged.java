package chat.parley.events;

/**
 * Someone arranged a conversation in their own list. Their devices are told, and nobody else.
 *
 * @param arrangement all of it: the newest event of the stream holds
 */
public record ConversationArranged(ConversationId conversation, UserId member, Arrangement arrangement)
        implements PreferenceEvent {

    @Override
    public StreamId stream() {
        return StreamId.arrangement(conversation, member);
    }
}
