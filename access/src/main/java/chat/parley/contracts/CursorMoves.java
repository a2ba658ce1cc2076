package chat.parley.contracts;

import chat.parley.events.ConversationId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watermarks by message number, for up to {@value #MOST} conversations. A lower watermark changes nothing; reading implies
 * receiving.
 *
 * @param received by conversation: the person's device has all messages up to this number
 * @param read by conversation: the person was shown all messages up to this number
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CursorMoves(
        @Nullable Map<ConversationId, Long> received,
        @Nullable Map<ConversationId, Long> read) {

    /** More conversations need several requests. */
    public static final int MOST = 100;

    public static CursorMoves received(Map<ConversationId, Long> upTo) {
        return new CursorMoves(upTo, null);
    }

    public static CursorMoves read(Map<ConversationId, Long> upTo) {
        return new CursorMoves(null, upTo);
    }
}
