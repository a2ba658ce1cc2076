package chat.parley.events;

import java.util.List;

/**
 * Someone deleted messages of a conversation for themselves, or took that back. Their devices are told, and nobody else.
 *
 * @param numbers of all the messages that they do not want to see, in ascending order: the newest event of the stream holds
 */
public record MessagesHidden(ConversationId conversation, UserId member, List<NumberRange> numbers)
        implements PreferenceEvent {

    public MessagesHidden {
        numbers = List.copyOf(numbers);
    }

    @Override
    public StreamId stream() {
        return StreamId.hidden(conversation, member);
    }
}
