package chat.parley.query.conversations;

import chat.parley.events.ConversationId;
import chat.parley.query.paging.Cursor;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.views.history.ConversationHead;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A conversation's place in the list: the one that moved last first, and by id where two moved in the same microsecond. */
record ConversationOrder(long movedMicros, ConversationId conversation) implements Comparable<ConversationOrder> {

    private static final String LIST = "conversations";
    private static final Comparator<ConversationOrder> NEWEST_FIRST = Comparator.comparingLong(
                    ConversationOrder::movedMicros)
            .reversed()
            .thenComparing(order -> order.conversation().value());

    static ConversationOrder of(ConversationHead head) {
        return new ConversationOrder(ChronoUnit.MICROS.between(Instant.EPOCH, head.movedAt()), head.conversation());
    }

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
        return Cursor.of(LIST, movedMicros, conversation).text();
    }

    @Override
    public int compareTo(ConversationOrder other) {
        return NEWEST_FIRST.compare(this, other);
    }
}
