package chat.parley.command.readcursor.move;

/**
 * The cursor is at least where it was asked to be.
 *
 * @param position a reader who waits for it sees that
 */
public record Recorded(long position) {}
