package chat.parley.command.engine;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.lifecycle.Phase;

/**
 * Takes snapshots from the log after a command is answered, one at a time: no command waits for a snapshot or fails because
 * of it, a stream has at most one under way, and only durable events go into it.
 */
final class SnapshotPolicy {

    /** About how many events a load replays at most. */
    static final int EVERY = 100;

    private SnapshotPolicy() {}

    static void configure(Configurer configurer, List<AggregateConfiguration<?>> aggregates) {
        ExecutorService oneByOne = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("snapshots").factory());
        configurer
                .configureSnapshotter(axon -> snapshotter(axon, aggregates, oneByOne))
                .registerComponent(
                        SnapshotTriggerDefinition.class,
                        axon -> new EventCountSnapshotTriggerDefinition(axon.snapshotter(), EVERY))
                .onShutdown(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, oneByOne::close);
    }

    private static Snapshotter snapshotter(
            Configuration axon, List<AggregateConfiguration<?>> aggregates, ExecutorService executor) {
        return AggregateSnapshotter.builder()
                .eventStore(axon.eventStore())
                .executor(executor)
                .aggregateFactories(aggregates.stream()
                        .<AggregateFactory<?>>map(AggregateConfiguration::aggregateFactory)
                        .toList())
                .repositoryProvider(axon::repository)
                .parameterResolverFactory(axon.parameterResolverFactory())
                .build();
    }
}
