package chat.parley.views.history;

/**
 * How far one member has come in a conversation, by message number. Writing counts as reading and reading as receiving, so
 * {@code read} never exceeds {@code delivered}; 0 where nothing was.
 */
public record Watermarks(long delivered, long read) {

    public static final Watermarks NONE = new Watermarks(0, 0);
}
