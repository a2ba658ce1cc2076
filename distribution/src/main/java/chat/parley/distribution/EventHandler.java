package chat.parley.distribution;

import chat.parley.events.Envelope;
import java.util.List;

/** Handles the events of a consumer group. */
public interface EventHandler {

    /** Called first, each time consuming a queue starts or starts over. */
    default void starting(int queue) {}

    /**
     * The events that the queue may have lost, read from the log after {@link #starting}. Each list is handled like a batch
     * of the queue before the next is requested; after the last, the queue's own events follow.
     */
    default Iterable<List<Envelope>> missed(int queue) {
        return List.of();
    }

    /** There was an {@link Announcement}; called before the events that were published after it are handled. */
    default void announced(int queue) {}

    /**
     * An event of the queue became a dead letter. It is acknowledged once this returns; if this throws, the events are
     * delivered again.
     */
    default void setAside(int queue) {}

    /**
     * Whether {@link #missed} would bring something by now that this handler has passed by, or that its store has forgotten. Asked before
     * the first of the queue's own events, then about every second, and before anything is tried again that a store was away for; if so,
     * consuming starts over.
     *
     * @throws StoreUnavailable nobody can tell now: it is asked again, and nothing is handled before it has told
     */
    default boolean hasMissed(int queue) {
        return false;
    }

    /**
     * Handles events of one queue, in order, and returns once their effect is stored; only then are they acknowledged. An
     * event may come again.
     *
     * @throws StoreUnavailable nothing is wrong with the events: they are kept and retried until it works
     * @throws RuntimeException retried for some seconds, then one by one; what still fails becomes a dead letter
     */
    void handle(int queue, List<Envelope> batch);
}
