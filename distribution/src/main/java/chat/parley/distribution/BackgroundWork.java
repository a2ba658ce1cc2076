package chat.parley.distribution;

/** Work that goes on by itself and that nobody waits for, so that only its health shows how it is. */
public interface BackgroundWork {

    /** How it is with the work. */
    enum Condition {
        RUNNING,
        /** The last attempt failed; what follows has not lasted yet. */
        STARTING_OVER,
        /** Nothing is attempted any more. */
        ENDED
    }

    String name();

    Condition condition();

    /** For operators: its condition, and what it failed with where it does not run. */
    String description();
}
