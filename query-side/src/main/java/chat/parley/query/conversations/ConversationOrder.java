package chat.parley.query.conversations;

import chat.parley.events.ConversationId;
import chat.parley.query.paging.Cursor;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A conversation's place in a person's list: what they pinned first, and the one with the newest message first. No two have the same position.
 *
 * @param position of the newest message, or of the event by which the person joined if there is none since
 */
record ConversationOrder(ConversationId conversation, boolean pinned, long position)
        implements Comparable<ConversationOrder> {

    private static final String LIST = "conversations";
    private static final Comparator<ConversationOrder> NEWEST_FIRST = Comparator.comparing(ConversationOrder::pinned)
            .thenComparing(ConversationOrder::position)
            .reversed();

    /**
     * Where the previous page ended.
     *
     * @param pinned whether among those that are pinned
     */
    record End(boolean pinned, long position) {

        private static final End NONE = new End(true, Long.MAX_VALUE);

        static End of(@Nullable String cursor) {
            if (cursor == null) {
                return NONE;
            }
            Cursor place = Cursor.parse(cursor, LIST, 2);
            return new End(place.number(0) > 0, place.number(1));
        }
    }

    boolean comesAfter(End end) {
        return pinned == end.pinned() ? position < end.position() : end.pinned();
    }

    String cursor() {
        return Cursor.of(LIST, pinned ? 1 : 0, position).text();
    }

    @Override
    public int compareTo(ConversationOrder other) {
        return NEWEST_FIRST.compare(this, other);
    }
}
