package chat.parley.query.feed;

import chat.parley.events.StreamId;
import chat.parley.query.paging.Cursor;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Where a feed continues.
 *
 * @param head the position up to which it goes
 * @param stream the stream to continue with; null to begin with the first
 * @param sequence the next event of that stream; 0 to find where it begins
 */
record FeedCursor(long head, @Nullable StreamId stream, long sequence) {

    private static final String LIST = "feed";

    static FeedCursor start(long head) {
        return new FeedCursor(head, null, 0);
    }

    /**
     * @param newest the log's head; no page goes beyond it
     * @throws Refused {@link Reason#CURSOR_INVALID} for a page that no feed returned
     */
    static FeedCursor parse(String page, long newest) {
        Cursor cursor = Cursor.parse(page, LIST, 3);
        if (cursor.number(0) > newest) {
            throw new Refused(Reason.CURSOR_INVALID);
        }
        try {
            return new FeedCursor(cursor.number(0), StreamId.of(cursor.part(1)), cursor.number(2));
        } catch (IllegalArgumentException e) {
            throw new Refused(Reason.CURSOR_INVALID);
        }
    }

    static String page(long head, StreamId stream, long sequence) {
        return Cursor.of(LIST, head, stream, sequence).text();
    }

    /** Streams are read in the order of their ids, so earlier ones are done. */
    boolean comesUpTo(StreamId other) {
        return stream == null || other.value().compareTo(stream.value()) >= 0;
    }

    /** Whether the previous page ended within the events of this stream. */
    boolean isWithin(StreamId other) {
        return sequence > 0 && other.equals(stream);
    }
}
