package chat.parley.security;

/** A place where security events are kept or sent. Whoever records one does not wait for a place that is away, and hears nothing of it. */
interface SecurityEventSink {

    /** @param json one line */
    void add(String kind, String json);
}
