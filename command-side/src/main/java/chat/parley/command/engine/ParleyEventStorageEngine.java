package chat.parley.command.engine;

import chat.parley.events.EventId;
import chat.parley.events.ParleyEvent;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.NewEvent;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of the event log. An aggregate's identifier is the id of its stream. Only aggregates read through Axon: the
 * relay and the projections read the log itself.
 */
final class ParleyEventStorageEngine implements EventStorageEngine {

    private static final int PAGE = 500;

    private final EventLog log;
    private final PipelinedAggregateLocks pipeline;
    private final AggregateSnapshots snapshots;

    ParleyEventStorageEngine(EventLog log, PipelinedAggregateLocks pipeline, AggregateSnapshots snapshots) {
        this.log = log;
        this.pipeline = pipeline;
        this.snapshots = snapshots;
    }

    /** All events of one command belong to one aggregate. */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        String aggregate = ((DomainEventMessage<?>) events.getFirst()).getAggregateIdentifier();
        List<NewEvent> unitOfWork = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            unitOfWork.add(newEvent(aggregate, (DomainEventMessage<?>) event, unitOfWork.isEmpty()));
        }
        pipeline.begin(aggregate, unitOfWork);
    }

    private static NewEvent newEvent(String aggregate, DomainEventMessage<?> message, boolean first) {
        ParleyEvent event = (ParleyEvent) message.getPayload();
        if (!event.stream().value().equals(aggregate)) {
            throw new IllegalStateException("an event of another stream: " + event.stream());
        }
        CommandContext context = CommandContext.of(message.getMetaData());
        CommandId command = first ? context.command() : null;
        EventId id = EventId.of(message.getIdentifier());
        return new NewEvent(id, message.getSequenceNumber(), event, command, context.origin());
    }

    /** Without content: an aggregate must decide the same after the content is erased. */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        StreamId stream = StreamId.of(aggregateIdentifier);
        Stream<List<StoredEvent>> pages = Stream.iterate(
                log.readStreamWithoutContent(stream, firstSequenceNumber, PAGE),
                page -> !page.isEmpty(),
                page -> next(stream, page));
        return DomainEventStream.of(pages.flatMap(List::stream).map(ParleyEventStorageEngine::message));
    }

    private List<StoredEvent> next(StreamId stream, List<StoredEvent> page) {
        boolean last = page.size() < PAGE;
        return last
                ? List.of()
                : log.readStreamWithoutContent(stream, page.getLast().sequence() + 1, PAGE);
    }

    /** @throws Refused the event is of a type that only a newer build can apply, or its row is damaged */
    private static DomainEventMessage<ParleyEvent> message(StoredEvent stored) {
        StreamId stream = stored.envelope().stream();
        if (stored.event() instanceof UnknownEvent unknown) {
            throw new Refused(unknown.isNewer() ? Reason.NEWER_EVENT : Reason.INTERNAL);
        }
        return new GenericDomainEventMessage<>(
                stream.category(),
                stream.value(),
                stored.sequence(),
                stored.event(),
                MetaData.emptyInstance(),
                stored.envelope().id().toString(),
                stored.envelope().recorded());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return log.newestOf(List.of(StreamId.of(aggregateIdentifier))).stream()
                .map(StoredEvent::sequence)
                .findFirst();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.save(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return snapshots.of(StreamId.of(aggregateIdentifier));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken trackingToken, boolean mayBlock) {
        throw new UnsupportedOperationException("the log is read in order without Axon");
    }
}
