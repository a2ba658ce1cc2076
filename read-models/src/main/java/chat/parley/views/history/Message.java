package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message as history shows it; it keeps its place when what it said is gone.
 *
 * @param number counts the conversation's messages from 1
 * @param sequence its place in the conversation's stream
 * @param text null once forgotten
 * @param deleted whether it was deleted for everyone
 * @param at when it was recorded, with microseconds
 */
public record Message(
        ConversationId conversation,
        long number,
        long sequence,
        MessageId message,
        UserId author,
        @Nullable String text,
        boolean deleted,
        Instant at) {

    /** Why a message has no text any more. */
    public enum Gone {
        DELETED,
        ERASED;

        /** As clients are told it. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Null while there is a text; what was not deleted by itself went with everything its author had written. */
    public @Nullable Gone gone() {
        if (text != null) {
            return null;
        }
        return deleted ? Gone.DELETED : Gone.ERASED;
    }
}
