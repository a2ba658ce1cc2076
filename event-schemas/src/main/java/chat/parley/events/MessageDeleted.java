package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message was deleted for everyone: its content is gone from the log and from every view. It keeps its number.
 *
 * @param number of the deleted message
 * @param target the sequence at which that message was recorded
 * @param message its id
 * @param author its author
 * @param deletedBy who leads the group and deleted it; absent if its author did
 * @param thread the place in a thread that it keeps; absent if it was in none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageDeleted(
        ConversationId conversation,
        long number,
        long target,
        MessageId message,
        UserId author,
        @Nullable UserId deletedBy,
        @Nullable InThread thread)
        implements ConversationEvent, ForgetsContent {

    /** By its author. */
    public MessageDeleted(ConversationId conversation, long number, long target, MessageId message, UserId author) {
        this(conversation, number, target, message, author, null, null);
    }

    /** Of a message that is in no thread. */
    public MessageDeleted(
            ConversationId conversation,
            long number,
            long target,
            MessageId message,
            UserId author,
            @Nullable UserId deletedBy) {
        this(conversation, number, target, message, author, deletedBy, null);
    }

    @Override
    public List<SequenceRange> forgets() {
        return List.of(SequenceRange.only(target));
    }

    @Override
    public UserId actor() {
        return deletedBy == null ? author : deletedBy;
    }
}
