package chat.parley.projections;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.distribution.DeadLetters;
import chat.parley.log.EventLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How far each view is behind, and its dead letters; no number while its store is away. */
@Component
final class ProjectionMetrics implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionMetrics.class);

    private final List<View> views;
    private final EventLog log;
    private final DeadLetters deadLetters;

    ProjectionMetrics(List<View> views, EventLog log, DeadLetters deadLetters) {
        this.views = views;
        this.log = log;
        this.deadLetters = deadLetters;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (View view : views) {
            ConsumerGroup group = view.group();
            for (int queue = 0; queue < group.queues(); queue++) {
                Lag lag = new Lag(view, queue, log);
                Gauge.builder("parley.projections.lag", () -> numberOf(lag::positions))
                        .description("Positions of the log between a view and the log's head")
                        .tag("group", group.name())
                        .tag("queue", String.valueOf(queue))
                        .register(registry);
                int part = queue;
                Gauge.builder("parley.projections.unknown", () -> numberOf(() -> passedBy(view, part)))
                        .description(
                                "1 where a queue's checkpoint waits for a build that knows the event before which it"
                                        + " stands")
                        .tag("group", group.name())
                        .tag("queue", String.valueOf(queue))
                        .register(registry);
            }
            Gauge.builder("parley.projections.dead.letters", () -> numberOf(() -> deadLetters.count(group)))
                    .description("Events set aside because they could not be stored")
                    .tag("group", group.name())
                    .register(registry);
        }
    }

    private static long passedBy(View view, int queue) {
        return view.checkpoint(queue).isWhole() ? 0 : 1;
    }

    private static double numberOf(LongSupplier count) {
        try {
            return count.getAsLong();
        } catch (RuntimeException e) {
            LOG.debug("no number now", e);
            return Double.NaN;
        }
    }
}
