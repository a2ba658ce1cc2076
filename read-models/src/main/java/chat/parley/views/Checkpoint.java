package chat.parley.views;

/**
 * How far one queue's part of a view has come. The two differ while an event is passed by because nobody who handled it knew its type:
 * what follows is stored all the same, and whoever knows the event goes on from before it.
 *
 * @param position up to there the view holds every event
 * @param stored up to there it holds every event that was known to whoever handled it; not less than {@code position}
 */
public record Checkpoint(long position, long stored) {

    public Checkpoint {
        stored = Math.max(position, stored);
    }

    /** Nothing was passed by. */
    public static Checkpoint at(long position) {
        return new Checkpoint(position, position);
    }

    public boolean isWhole() {
        return position == stored;
    }
}
