package chat.parley.events;

import java.util.List;

/**
 * Someone arranged a conversation in their own list. Their devices are told, and nobody else.
 *
 * @param arrangement all of it: the newest event of the stream holds
 */
public record ConversationArranged(ConversationId conversation, UserId member, Arrangement arrangement)
        implements ParleyEvent, Personal, Skippable {

    @Override
    public StreamId stream() {
        return StreamId.arrangement(conversation, member);
    }

    @Override
    public List<UserId> people() {
        return List.of(member);
    }
}
