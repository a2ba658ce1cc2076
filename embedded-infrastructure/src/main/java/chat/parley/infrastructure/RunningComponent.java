package chat.parley.infrastructure;

/** A part that answers. */
interface RunningComponent {
    /** Waits until it ends, whoever ends it, and says how, as in "it was killed by signal 9". */
    String awaitEnd() throws InterruptedException;

    /** Ends it in order, within five seconds. */
    void stop();

    /** Ends it at once, as a crash would. */
    void kill();
}
