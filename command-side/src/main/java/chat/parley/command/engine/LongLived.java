package chat.parley.command.engine;

import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;

/** Aggregates whose streams grow without end, and which many commands meet in a row. */
public final class LongLived {

    private LongLived() {}

    /** Keeps the aggregate in memory while it is used, and its state beside the log; needs a {@link SnapshotShape} too. */
    public static <A> AggregateConfiguration<A> aggregate(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCache(axon -> axon.getComponent(Cache.class))
                .configureSnapshotTrigger(axon -> axon.getComponent(SnapshotTriggerDefinition.class));
    }
}
