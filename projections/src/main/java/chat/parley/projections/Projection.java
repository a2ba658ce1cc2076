package chat.parley.projections;

import chat.parley.distribution.EventHandler;
import chat.parley.distribution.StoreUnavailable;
import chat.parley.events.Envelope;
import chat.parley.log.EventLog;
import chat.parley.views.ViewUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/** Keeps one view: first what its queues may have lost, from the log, then what they bring, without what they repeat. */
final class Projection implements EventHandler {

    private final View view;
    private final EventLog log;
    private final Forgetting forgetting;
    private final Counter handled;
    /** By queue: what the queue brings up to there was read from the log when consuming started. */
    private final AtomicLongArray caughtUpTo;

    Projection(View view, EventLog log, Forgetting forgetting, MeterRegistry metrics) {
        this.view = view;
        this.log = log;
        this.forgetting = forgetting;
        this.handled = Counter.builder("parley.projections.events")
                .description("Events stored in a view")
                .tag("group", view.group().name())
                .register(metrics);
        this.caughtUpTo = new AtomicLongArray(view.group().queues());
    }

    @Override
    public Iterable<List<Envelope>> missed(int queue) {
        caughtUpTo.set(queue, 0);
        return () -> new MissedEvents(log, view, queue, position -> caughtUp(queue, position));
    }

    private void caughtUp(int queue, long position) {
        view.store(List.of(), queue, position);
        caughtUpTo.set(queue, position);
    }

    @Override
    public void handle(int queue, List<Envelope> batch) {
        long repeated = caughtUpTo.get(queue);
        List<Envelope> fresh =
                batch.stream().filter(event -> event.position() > repeated).toList();
        if (fresh.isEmpty()) {
            return;
        }
        long reached = fresh.stream().mapToLong(Envelope::position).max().orElseThrow();
        List<Envelope> erasures = fresh.stream().filter(Forgetting::isWanted).toList();
        try {
            if (erasures.isEmpty()) {
                view.store(fresh, queue, reached);
            } else {
                // The checkpoint last: once it is past an erasure, nobody comes back to sweep.
                view.store(fresh);
                erasures.forEach(erased -> forgetting.inQueue(view, queue, erased));
                view.store(List.of(), queue, reached);
            }
        } catch (ViewUnavailable e) {
            throw new StoreUnavailable(e);
        }
        handled.increment(fresh.size());
    }
}
