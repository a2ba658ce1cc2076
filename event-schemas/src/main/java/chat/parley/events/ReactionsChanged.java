package chat.parley.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member gave a message another reaction, or took one back: these are now all of theirs.
 *
 * @param number of the message
 * @param target the sequence at which the message was recorded
 * @param message its id
 * @param member whose reactions they are
 * @param content the reactions; null once forgotten
 */
public record ReactionsChanged(
        ConversationId conversation,
        long number,
        long target,
        MessageId message,
        UserId member,
        @Nullable Reactions content)
        implements AboutMessage {

    /**
     * All reactions of one member to one message.
     *
     * @param emojis each one once, in the order they were given; none where all were taken back
     */
    public record Reactions(List<String> emojis) {

        public Reactions {
            emojis = List.copyOf(emojis);
        }
    }

    /** Those that are known: none once they are forgotten. */
    public List<String> known() {
        return content == null ? List.of() : content.emojis();
    }
}
