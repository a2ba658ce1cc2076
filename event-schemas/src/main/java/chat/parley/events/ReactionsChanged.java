package chat.parley.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member added a reaction to a message, or removed one; the event holds all reactions they have now.
 *
 * @param number of the message
 * @param target the sequence at which the message was recorded
 * @param message its id
 * @param member whose reactions they are
 * @param content the reactions; null once erased
 */
public record ReactionsChanged(
        ConversationId conversation,
        long number,
        long target,
        MessageId message,
        UserId member,
        @Nullable Reactions content)
        implements AnnotatesMessage {

    /**
     * All reactions of one member to one message.
     *
     * @param emojis each one once, in the order they were added; empty if all were removed
     */
    public record Reactions(List<String> emojis) {

        public Reactions {
            emojis = List.copyOf(emojis);
        }
    }

    @Override
    public ReactionsChanged withoutContent() {
        return new ReactionsChanged(conversation, number, target, message, member, null);
    }

    /** The reactions; empty once they are erased. */
    public List<String> known() {
        return content == null ? List.of() : content.emojis();
    }
}
