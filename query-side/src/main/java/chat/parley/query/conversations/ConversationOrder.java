package chat.parley.query.conversations;

import chat.parley.events.ConversationId;
import chat.parley.query.paging.Cursor;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A conversation's place in a person's list: the one where something was last said first.
 *
 * @param position in the log of the newest message, or of the event that let the person in where nothing was said since
 */
record ConversationOrder(long position, ConversationId conversation) implements Comparable<ConversationOrder> {

    private static final String LIST = "conversations";
    private static final Comparator<ConversationOrder> NEWEST_FIRST = Comparator.comparingLong(
                    ConversationOrder::position)
            .reversed()
            .thenComparing(order -> order.conversation().value());

    static @Nullable ConversationOrder parse(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        Cursor parsed = Cursor.parse(cursor, LIST, 2);
        try {
            return new ConversationOrder(parsed.number(0), ConversationId.of(parsed.part(1)));
        } catch (IllegalArgumentException e) {
            throw new Refused(Reason.CURSOR_INVALID);
        }
    }

    String cursor() {
        return Cursor.of(LIST, position, conversation).text();
    }

    @Override
    public int compareTo(ConversationOrder other) {
        return NEWEST_FIRST.compare(this, other);
    }
}
