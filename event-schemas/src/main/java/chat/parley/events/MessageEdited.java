package chat.parley.events;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The author of a message gave it another text. The original and every edit stay readable to those who can see the message,
 * until it is deleted.
 *
 * @param number of the message
 * @param target the sequence at which the message was recorded
 * @param message its id
 * @param member its author
 * @param content what it says from now on; null once erased
 */
public record MessageEdited(
        ConversationId conversation,
        long number,
        long target,
        MessageId message,
        UserId member,
        @Nullable MessageContent content)
        implements AnnotatesMessage {

    /** As {@link MessageContent#mentioningOnly}. */
    public MessageEdited mentioningOnly(Set<UserId> people) {
        return content == null
                ? this
                : new MessageEdited(conversation, number, target, message, member, content.mentioningOnly(people));
    }

    @Override
    public MessageEdited withoutContent() {
        return new MessageEdited(conversation, number, target, message, member, null);
    }
}
