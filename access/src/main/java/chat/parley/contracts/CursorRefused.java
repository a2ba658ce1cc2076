package chat.parley.contracts;

import chat.parley.events.ConversationId;
import chat.parley.refusals.Refused;

/**
 * A conversation whose watermarks were not moved, and why.
 *
 * @param code of the reason, as in a problem or an {@code error} frame
 * @param message a sentence a person understands
 * @param retryable whether the same request may succeed later
 */
public record CursorRefused(ConversationId conversation, String code, String message, boolean retryable) {

    public static CursorRefused of(ConversationId conversation, Refused refused) {
        return new CursorRefused(
                conversation,
                refused.reason().code(),
                refused.sentence(),
                refused.reason().retryable());
    }
}
