package chat.parley.views.history;

import chat.parley.events.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list of conversations shows of one.
 *
 * @param named the sequence of the event that says what it is called, null where it has no name
 * @param lastSequence the newest sequence of the conversation's stream
 * @param lastNumber the newest message's number, 0 before the first
 * @param lastMessageAt when the newest message was recorded, null before the first; what it says is in {@link Messages} alone
 */
public record ConversationHead(
        ConversationId conversation,
        ConversationKind kind,
        @Nullable Long named,
        Instant started,
        long lastSequence,
        long lastNumber,
        @Nullable Instant lastMessageAt) {}
