package chat.parley.distribution;

import chat.parley.events.Envelope;
import java.util.List;

/** What a consumer group does with events. */
public interface EventHandler {

    /**
     * Called before the first batch of a queue each time consuming starts or starts again: the place to catch up from
     * the log with what the queue may have lost.
     */
    default void starting(int queue) {}

    /**
     * Handles events of one queue, in order, and returns once their effect is stored; only then are they acknowledged. An
     * event may come again.
     *
     * @throws StoreUnavailable nothing is wrong with the events: they are kept and tried again until it works
     * @throws RuntimeException tried again for some seconds, then one by one; what still fails is dead-lettered
     */
    void handle(int queue, List<Envelope> batch);
}
