package chat.parley.views.history;

import chat.parley.events.ConversationId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as the view keeps it: its place, and the log's row that supplied it, sealed. What it says, who wrote it and whether it was
 * deleted is in the row alone, for those to open who have the log's keys; until then it is no more than what this store claims.
 *
 * @param number counts the conversation's messages from 1
 * @param sequence its place in the conversation's stream, also where another event's row took the place of its own
 * @param at when it was recorded, with microseconds
 * @param row sealed by the log; empty where the store lost it
 */
public record SealedMessage(ConversationId conversation, long number, long sequence, Instant at, byte[] row) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedMessage message
                && conversation.equals(message.conversation)
                && number == message.number
                && sequence == message.sequence
                && at.equals(message.at)
                && Arrays.equals(row, message.row);
    }

    @Override
    public int hashCode() {
        return Objects.hash(conversation, number, sequence);
    }
}
