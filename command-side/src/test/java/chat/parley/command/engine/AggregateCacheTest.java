package chat.parley.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.junit.jupiter.api.Test;

class AggregateCacheTest {

    record Large(int size) implements MemorySized {}

    private static final AggregateModel<Large> MODEL = AnnotatedAggregateMetaModelFactory.inspectAggregate(Large.class);

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AggregateCache cache = new AggregateCache(meters, 100_000);

    @Test
    void itKeepsManySmallAggregatesOrFewLargeOnes() {
        for (int i = 0; i < 1_000; i++) {
            cache.put("small/" + i, entry(0));
        }
        await().until(() -> size() <= 100);
        assertThat(size()).isGreaterThan(90);
        for (int i = 0; i < 1_000; i++) {
            cache.put("large/" + i, entry(24_000));
        }
        await().until(() -> size() <= 4);
    }

    @Test
    void itTellsHowOftenItHelped() {
        cache.put("one", entry(0));
        cache.get("one");
        cache.get("other");
        assertThat(gets("hit")).isEqualTo(1);
        assertThat(gets("miss")).isEqualTo(1);
    }

    private double gets(String result) {
        return meters.get("cache.gets")
                .tags("cache", "aggregates", "result", result)
                .functionCounter()
                .count();
    }

    private double size() {
        return meters.get("cache.size").tag("cache", "aggregates").gauge().value();
    }

    private AggregateCacheEntry<Large> entry(int size) {
        return new AggregateCacheEntry<>(EventSourcedAggregate.reconstruct(
                new Large(size), MODEL, 0, false, store, NoSnapshotTriggerDefinition.TRIGGER));
    }
}
