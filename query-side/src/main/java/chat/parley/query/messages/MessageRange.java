package chat.parley.query.messages;

import chat.parley.query.paging.Cursor;
import chat.parley.query.paging.Limit;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The direction and start of reading a conversation.
 *
 * @param number excluded
 */
record MessageRange(Direction direction, long number) {

    enum Direction {
        BEFORE,
        AFTER
    }

    private static final String LIST = "messages";

    /** A cursor contains both. Without any of the three, reading begins at the end of the conversation. */
    static MessageRange of(@Nullable Long before, @Nullable Long after, @Nullable String cursor) {
        if (cursor != null) {
            return parse(Cursor.parse(cursor, LIST, 2));
        }
        if (before != null && after != null) {
            throw Limit.rangeInvalid("after", "Ask for the messages before a number or after one, not both.");
        }
        if (after != null) {
            return new MessageRange(Direction.AFTER, atLeast(0, "after", after));
        }
        return new MessageRange(Direction.BEFORE, before == null ? Long.MAX_VALUE : atLeast(1, "before", before));
    }

    private static MessageRange parse(Cursor cursor) {
        try {
            return new MessageRange(Direction.valueOf(cursor.part(0)), cursor.number(1));
        } catch (IllegalArgumentException e) {
            throw new Refused(Reason.CURSOR_INVALID);
        }
    }

    boolean isFromStart() {
        return direction == Direction.AFTER && number == 0;
    }

    private static long atLeast(long least, String field, long number) {
        if (number < least) {
            throw Limit.rangeInvalid(field, "Messages are numbered from 1.");
        }
        return number;
    }

    String cursorAt(long last) {
        return Cursor.of(LIST, direction, last).text();
    }
}
