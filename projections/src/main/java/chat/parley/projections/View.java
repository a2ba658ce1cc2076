package chat.parley.projections;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.Envelope;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import chat.parley.log.StoredEvent;
import chat.parley.views.Checkpoint;
import java.util.List;

/**
 * A view as its consumer group writes it. What it stores of an event is absolute, so that an event may come again and behind others.
 * Each method fails with {@link chat.parley.views.ViewUnavailable} while the store is away.
 */
interface View {

    ConsumerGroup group();

    /** What the log holds after a position, in order, of which only what the group does not bring may be left out. */
    List<StoredEvent> recorded(long position, int limit);

    /** An event of the log as a queue would bring it. */
    default Envelope envelope(StoredEvent event) {
        return event.envelope();
    }

    /** How far the queue's part of the view has come. */
    Checkpoint checkpoint(int queue);

    /** The position up to which the view holds every event of the queue's partitions that it knew. */
    default long reached(int queue) {
        return checkpoint(queue).stored();
    }

    /**
     * Whether the event is one to come back to: of a type that is not known here, so that nothing of it can be stored, and of which this view
     * may have to hold something.
     */
    boolean lacks(Envelope event);

    /** Whether the event is of a type to come, and a view may have to hold something of it. */
    static boolean isNewer(Envelope event) {
        return event.event() instanceof UnknownEvent unknown
                && unknown.isNewer()
                && !event.facets().skippable();
    }

    /**
     * Forgets what the view holds by now in the clear of someone who was erased. What is older than the position and comes later does not
     * bring back what was forgotten.
     */
    void forget(UserId account, long position);

    /** Stores what the events mean, erasures apart, and returns once it is stored. */
    void store(List<Envelope> events);

    /** The same, and after it, or with it, that the queue has come this far. */
    void store(List<Envelope> events, int queue, Checkpoint reached);
}
