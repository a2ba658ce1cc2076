package chat.parley.query.conversations;

import chat.parley.events.ConversationId;
import chat.parley.query.paging.Cursor;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A conversation's place in a person's list: the one with the newest message first. No two have the same position.
 *
 * @param position of the newest message, or of the event by which the person joined if there is none since
 */
record ConversationOrder(ConversationId conversation, long position) implements Comparable<ConversationOrder> {

    private static final String LIST = "conversations";
    private static final Comparator<ConversationOrder> NEWEST_FIRST =
            Comparator.comparingLong(ConversationOrder::position).reversed();

    /** The position at which the previous page ended; greater than any position if there was none. */
    static long before(@Nullable String cursor) {
        return cursor == null ? Long.MAX_VALUE : Cursor.parse(cursor, LIST, 1).number(0);
    }

    String cursor() {
        return Cursor.of(LIST, position).text();
    }

    @Override
    public int compareTo(ConversationOrder other) {
        return NEWEST_FIRST.compare(this, other);
    }
}
