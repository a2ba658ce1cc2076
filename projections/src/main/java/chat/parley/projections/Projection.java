package chat.parley.projections;

import chat.parley.distribution.EventHandler;
import chat.parley.distribution.StoreUnavailable;
import chat.parley.events.Envelope;
import chat.parley.log.EventLog;
import chat.parley.projections.erasure.QueueErasure;
import chat.parley.views.Checkpoint;
import chat.parley.views.ViewUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Keeps one view up to date: first with what its queues may have lost, from the log, then with what they deliver, without
 * repeats. An unknown event does not delay others; the queue's checkpoint stays before it, so that a build that knows it can
 * handle it.
 */
final class Projection implements EventHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    private static final long NOWHERE = 0;

    private final View view;
    private final EventLog log;
    private final QueueErasure queueErasure;
    private final Counter handled;
    /** By queue: events up to this position were read from the log when consuming started. */
    private final AtomicLongArray caughtUpTo;
    /** By queue: the first unknown event since then. */
    private final AtomicLongArray firstUnknown;
    /** By queue: the checkpoint the view's store has acknowledged since then. */
    private final AtomicLongArray stored;

    Projection(View view, EventLog log, QueueErasure queueErasure, MeterRegistry metrics) {
        this.view = view;
        this.log = log;
        this.queueErasure = queueErasure;
        this.handled = Counter.builder("parley.projections.events")
                .description("Events stored in a view")
                .tag("group", view.group().name())
                .register(metrics);
        this.caughtUpTo = new AtomicLongArray(view.group().queues());
        this.firstUnknown = new AtomicLongArray(view.group().queues());
        this.stored = new AtomicLongArray(view.group().queues());
    }

    @Override
    public Iterable<List<Envelope>> missed(int queue) {
        caughtUpTo.set(queue, 0);
        firstUnknown.set(queue, NOWHERE);
        stored.set(queue, NOWHERE);
        return () -> new MissedEvents(log, view, queue, position -> caughtUp(queue, position));
    }

    private void caughtUp(int queue, long position) {
        store(List.of(), queue, reached(queue, position));
        caughtUpTo.set(queue, position);
    }

    /**
     * Whether the queue's checkpoint was left behind before an event that is known here, or by someone else since it was last read; or
     * whether it went back: a store that crashed and lost the checkpoint has lost what was stored just before it too.
     */
    @Override
    public boolean hasMissed(int queue) {
        try {
            Checkpoint checkpoint = view.checkpoint(queue);
            boolean leftByAnother = firstUnknown.get(queue) == NOWHERE && !checkpoint.isWhole();
            boolean forgotten = checkpoint.stored() < stored.get(queue);
            return leftByAnother || forgotten || UnknownEvents.isPassable(view, queue, log);
        } catch (ViewUnavailable
                | TransientDataAccessException
                | NonTransientDataAccessResourceException
                | RecoverableDataAccessException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public void handle(int queue, List<Envelope> batch) {
        long repeated = caughtUpTo.get(queue);
        List<Envelope> fresh =
                batch.stream().filter(event -> event.position() > repeated).toList();
        if (fresh.isEmpty()) {
            return;
        }
        fresh.stream().filter(view::lacks).findFirst().ifPresent(unknown -> stopBefore(unknown, queue));
        Checkpoint reached = reached(
                queue, fresh.stream().mapToLong(Envelope::position).max().orElseThrow());
        List<Envelope> erasures = fresh.stream().filter(QueueErasure::isWanted).toList();
        try {
            if (erasures.isEmpty()) {
                store(fresh, queue, reached);
            } else {
                // The checkpoint comes last: once it is past an erasure, nobody sweeps again.
                view.store(fresh);
                erasures.forEach(erased -> queueErasure.inQueue(view, queue, erased));
                store(List.of(), queue, reached);
            }
        } catch (ViewUnavailable
                | TransientDataAccessException
                | NonTransientDataAccessResourceException
                | RecoverableDataAccessException e) {
            throw new StoreUnavailable(e);
        }
        handled.increment(fresh.size());
    }

    private void store(List<Envelope> events, int queue, Checkpoint reached) {
        view.store(events, queue, reached);
        stored.accumulateAndGet(queue, reached.stored(), Math::max);
    }

    private void stopBefore(Envelope unknown, int queue) {
        if (firstUnknown.compareAndSet(queue, NOWHERE, unknown.position())) {
            LOG.warn(
                    "{} stops its checkpoint before position {}: {} is not known to this build",
                    view.group().part(queue),
                    unknown.position(),
                    unknown.type().published());
        }
    }

    private Checkpoint reached(int queue, long position) {
        long unknown = firstUnknown.get(queue);
        return unknown == NOWHERE ? Checkpoint.at(position) : new Checkpoint(unknown - 1, position);
    }
}
