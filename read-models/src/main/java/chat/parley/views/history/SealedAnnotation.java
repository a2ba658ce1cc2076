package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a member says about a message, as the view keeps it: whose word it is about which message, and the log's row that says what, sealed.
 *
 * @param number the message's
 * @param type of the event, without its revision
 * @param at when it was recorded, with microseconds
 * @param row sealed by the log
 */
public record SealedAnnotation(
        ConversationId conversation, long number, String type, UserId member, Instant at, byte[] row) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedAnnotation about
                && conversation.equals(about.conversation)
                && number == about.number
                && type.equals(about.type)
                && member.equals(about.member)
                && at.equals(about.at)
                && Arrays.equals(row, about.row);
    }

    @Override
    public int hashCode() {
        return Objects.hash(conversation, number, type, member);
    }
}
