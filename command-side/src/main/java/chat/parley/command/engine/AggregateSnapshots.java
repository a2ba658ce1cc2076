package chat.parley.command.engine;

import chat.parley.events.StreamId;
import chat.parley.log.snapshot.Snapshot;
import chat.parley.log.snapshot.Snapshots;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Converts between the aggregates that Axon wants to snapshot and the states that are stored. */
final class AggregateSnapshots {

    private final Snapshots snapshots;
    private final Map<String, SnapshotShape<?, ?>> byCategory;

    /** Rejects a state with missing or unknown fields: the events are replayed instead. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    AggregateSnapshots(Snapshots snapshots, Collection<SnapshotShape<?, ?>> shapes) {
        this.snapshots = snapshots;
        this.byCategory =
                shapes.stream().collect(Collectors.toUnmodifiableMap(SnapshotShape::category, Function.identity()));
    }

    /** @param message carries the aggregate itself as its payload, as Axon makes it */
    void save(DomainEventMessage<?> message) {
        StreamId stream = StreamId.of(message.getAggregateIdentifier());
        SnapshotShape<?, ?> shape = byCategory.get(stream.category());
        if (shape == null) {
            throw new IllegalStateException("no shape for snapshots of " + stream.category());
        }
        byte[] state = state(shape, message.getPayload());
        snapshots.save(new Snapshot(stream, message.getSequenceNumber(), shape.fingerprint(), state));
    }

    private <A, S extends Record> byte[] state(SnapshotShape<A, S> shape, Object aggregate) {
        return json.writeValueAsBytes(shape.saved().apply(shape.aggregate().cast(aggregate)));
    }

    /** @throws RuntimeException the state cannot be read: Axon logs it and replays all events */
    Optional<DomainEventMessage<?>> of(StreamId stream) {
        SnapshotShape<?, ?> shape = byCategory.get(stream.category());
        return shape == null
                ? Optional.empty()
                : snapshots
                        .of(stream)
                        .filter(kept -> kept.revision() == shape.fingerprint())
                        .map(kept -> message(shape, kept));
    }

    private <A, S extends Record> DomainEventMessage<A> message(SnapshotShape<A, S> shape, Snapshot kept) {
        A aggregate = shape.restored().apply(json.readValue(kept.state(), shape.state()));
        return new GenericDomainEventMessage<>(shape.category(), kept.stream().value(), kept.sequence(), aggregate);
    }
}
