package chat.parley.infrastructure;

/** A part that answers. */
interface RunningPart {
    Address address();

    /** Ends it in order, within five seconds. */
    void stop();

    /** Ends it at once, as a crash would. */
    void kill();
}
