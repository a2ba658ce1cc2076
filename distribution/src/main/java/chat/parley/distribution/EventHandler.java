package chat.parley.distribution;

import chat.parley.events.Envelope;
import java.util.List;

/** What a consumer group does with events. */
public interface EventHandler {

    /** Called before anything else each time consuming of a queue starts or starts again. */
    default void starting(int queue) {}

    /**
     * What the queue may have lost, read from the log after {@link #starting}: each list is handled as a batch of the queue is, and
     * only then is the next asked for; once there are no more, the queue's own events follow.
     */
    default Iterable<List<Envelope>> missed(int queue) {
        return List.of();
    }

    /** There was an {@link Announcement}; called before the events that were published after it are handled. */
    default void announced(int queue) {}

    /**
     * Something the queue brought was set aside because it could not be handled. It is acknowledged once this returns; where this throws,
     * the events come again.
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
     * @throws StoreUnavailable nothing is wrong with the events: they are kept and tried again until it works
     * @throws RuntimeException tried again for some seconds, then one by one; what still fails is dead-lettered
     */
    void handle(int queue, List<Envelope> batch);
}
