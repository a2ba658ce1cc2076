package chat.parley.command.engine;

import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;

/** Configures aggregates whose streams grow without end and which are used by many commands in a row. */
public final class SnapshottedAggregates {

    private SnapshottedAggregates() {}

    /** Caches the aggregate and takes snapshots of it; it needs a {@link SnapshotShape} too. */
    public static <A> AggregateConfiguration<A> aggregate(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCache(axon -> axon.getComponent(Cache.class))
                .configureSnapshotTrigger(axon -> axon.getComponent(SnapshotTriggerDefinition.class));
    }
}
