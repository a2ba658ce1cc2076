package chat.parley.query.feed;

import chat.parley.events.StreamId;
import chat.parley.query.paging.Cursor;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Where a feed goes on.
 *
 * @param head the position it goes up to
 * @param stream the one to go on with; null to begin with the first
 * @param sequence the next event of that one; 0 to find where it begins
 */
record FeedPlace(long head, @Nullable StreamId stream, long sequence) {

    private static final String LIST = "feed";

    static FeedPlace start(long head) {
        return new FeedPlace(head, null, 0);
    }

    /**
     * @param newest the log's position now, beyond which no page leads
     * @throws Refused {@link Reason#CURSOR_INVALID} for a page no feed gave
     */
    static FeedPlace parse(String page, long newest) {
        Cursor cursor = Cursor.parse(page, LIST, 3);
        if (cursor.number(0) > newest) {
            throw new Refused(Reason.CURSOR_INVALID);
        }
        try {
            return new FeedPlace(cursor.number(0), StreamId.of(cursor.part(1)), cursor.number(2));
        } catch (IllegalArgumentException e) {
            throw new Refused(Reason.CURSOR_INVALID);
        }
    }

    static String page(long head, StreamId stream, long sequence) {
        return Cursor.of(LIST, head, stream, sequence).text();
    }

    /** Streams are fed in the order of their ids, so those before the place were fed already. */
    boolean comesUpTo(StreamId other) {
        return stream == null || other.value().compareTo(stream.value()) >= 0;
    }

    /** Whether the page before ended amid the events of this one. */
    boolean isWithin(StreamId other) {
        return sequence > 0 && other.equals(stream);
    }
}
