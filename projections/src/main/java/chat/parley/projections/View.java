package chat.parley.projections;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.Envelope;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import chat.parley.log.StoredEvent;
import chat.parley.views.Checkpoint;
import java.util.List;

/**
 * A view as its consumer group writes it. Writes are absolute, so an event may come again and out of order. Each method
 * fails with {@link chat.parley.views.ViewUnavailable} while the store is away.
 */
public interface View {

    ConsumerGroup group();

    /** The events after a position, in order. Only events that the group does not get may be left out. */
    List<StoredEvent> recorded(long position, int limit);

    /** The event's envelope as a queue would deliver it. */
    default Envelope envelope(StoredEvent event) {
        return event.envelope();
    }

    /** The checkpoint of the queue's part of the view. */
    Checkpoint checkpoint(int queue);

    /** The position up to which the view holds every known event of the queue's partitions. */
    default long reached(int queue) {
        return checkpoint(queue).stored();
    }

    /**
     * Whether the event has to be handled later: its type is unknown here, and this view may have to store something of it.
     */
    boolean lacks(Envelope event);

    /** Whether the event is of a newer type, and a view may have to store something of it. */
    static boolean isNewer(Envelope event) {
        return event.event() instanceof UnknownEvent unknown
                && unknown.isNewer()
                && !event.facets().skippable();
    }

    /**
     * Erases what the view holds in the clear of an erased person. Older events that arrive later must not bring it back.
     */
    void forget(UserId account, long position);

    /** Stores the events, except erasures, and returns once they are stored. */
    void store(List<Envelope> events);

    /** As {@link #store(List)}, and after or together with it the queue's checkpoint. */
    void store(List<Envelope> events, int queue, Checkpoint reached);
}
