package chat.parley.query.conversations;

import chat.parley.query.paging.Cursor;
import chat.parley.views.history.ConversationHead;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A conversation's place in the list: the one that moved last first, in the order of the log, which has no two at one position. */
record ConversationOrder(long movedAt) implements Comparable<ConversationOrder> {

    private static final String LIST = "conversations";
    private static final Comparator<ConversationOrder> NEWEST_FIRST =
            Comparator.comparingLong(ConversationOrder::movedAt).reversed();

    static ConversationOrder of(ConversationHead head) {
        return new ConversationOrder(head.movedAt());
    }

    static @Nullable ConversationOrder parse(@Nullable String cursor) {
        return cursor == null
                ? null
                : new ConversationOrder(Cursor.parse(cursor, LIST, 1).number(0));
    }

    String cursor() {
        return Cursor.of(LIST, movedAt).text();
    }

    @Override
    public int compareTo(ConversationOrder other) {
        return NEWEST_FIRST.compare(this, other);
    }
}
