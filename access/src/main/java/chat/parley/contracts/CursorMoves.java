package chat.parley.contracts;

import chat.parley.events.ConversationId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watermarks by message number, for up to {@value #MOST} conversations. A lower one than before changes nothing; reading includes
 * receiving.
 *
 * @param received up to which number messages are on a device of the person's, by conversation
 * @param read up to which number messages were shown to the person, by conversation
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CursorMoves(
        @Nullable Map<ConversationId, Long> received,
        @Nullable Map<ConversationId, Long> read) {

    /** More than this come in several requests. */
    public static final int MOST = 100;

    public static CursorMoves received(Map<ConversationId, Long> upTo) {
        return new CursorMoves(upTo, null);
    }

    public static CursorMoves read(Map<ConversationId, Long> upTo) {
        return new CursorMoves(null, upTo);
    }
}
