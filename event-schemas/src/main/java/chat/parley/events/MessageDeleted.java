package chat.parley.events;

import java.util.List;

/**
 * A message was deleted for everyone: its content is gone from the log and from every view. It keeps its number.
 *
 * @param number of the deleted message
 * @param target the sequence at which that message was recorded
 * @param message its id
 * @param author its author
 */
public record MessageDeleted(ConversationId conversation, long number, long target, MessageId message, UserId author)
        implements ConversationEvent, ForgetsContent {

    @Override
    public List<SequenceRange> forgets() {
        return List.of(SequenceRange.only(target));
    }

    @Override
    public UserId actor() {
        return author;
    }
}
