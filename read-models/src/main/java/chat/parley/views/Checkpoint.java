package chat.parley.views;

/**
 * How far one queue's part of a view has come. The two positions differ while an event of an unknown type was skipped: later
 * events are stored, and an instance that knows the type goes back to it.
 *
 * @param position the view holds every event up to here
 * @param stored the view holds every known event up to here; not less than {@code position}
 */
public record Checkpoint(long position, long stored) {

    public Checkpoint {
        stored = Math.max(position, stored);
    }

    /** Nothing was skipped. */
    public static Checkpoint at(long position) {
        return new Checkpoint(position, position);
    }

    public boolean isWhole() {
        return position == stored;
    }
}
