package chat.parley.views.history;

/**
 * How far one member has come in a conversation, by message number. Writing counts as reading and reading as receiving, so
 * {@code read} never exceeds {@code delivered}; 0 where nothing was. What came before someone joined does not wait for them, and
 * counts as read.
 *
 * @param seen how far they have read for themselves: also what they do not tell others
 */
public record Watermarks(long delivered, long read, long seen) {

    public static final Watermarks NONE = new Watermarks(0, 0, 0);
}
