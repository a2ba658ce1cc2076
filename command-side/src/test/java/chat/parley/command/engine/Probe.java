package chat.parley.command.engine;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.events.ConversationId;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The smallest aggregate there can be: counts up, and refuses when it is told to. */
final class Probe {

    static final ConversationId CONVERSATION = new ConversationId(new UUID(0, 1));
    static final UserId MEMBER = new UserId(new UUID(0, 2));
    static final StreamId STREAM = StreamId.readCursor(CONVERSATION, MEMBER);

    static final SnapshotShape<Probe, State> SHAPE =
            new SnapshotShape<>(Probe.class, StreamId.READ_CURSOR, 1, State.class, Probe::state, Probe::new);

    record State(StreamId stream, long count) {}

    /** Counts up so many times. */
    record Count(int times) {

        @TargetAggregateIdentifier
        StreamId stream() {
            return STREAM;
        }
    }

    /** Does what it is given, within the handler. */
    record Look(Runnable look) {

        @TargetAggregateIdentifier
        StreamId stream() {
            return STREAM;
        }
    }

    record Refuse() {

        @TargetAggregateIdentifier
        StreamId stream() {
            return STREAM;
        }
    }

    record Break() {

        @TargetAggregateIdentifier
        StreamId stream() {
            return STREAM;
        }
    }

    @AggregateIdentifier
    private @Nullable StreamId stream;

    private long count;

    Probe() {}

    Probe(State state) {
        stream = state.stream();
        count = state.count();
    }

    private State state() {
        return new State(Objects.requireNonNull(stream), count);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Count command) {
        for (int i = 0; i < command.times(); i++) {
            apply(new MessagesDelivered(CONVERSATION, MEMBER, count + 1, true));
        }
    }

    @CommandHandler
    void handle(Look command) {
        command.look().run();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    @SuppressWarnings("DoNotCallSuggester") // Axon calls it
    void handle(Refuse command) {
        throw new Refused(Reason.CONVERSATION_UNKNOWN);
    }

    @CommandHandler
    @SuppressWarnings("DoNotCallSuggester") // Axon calls it
    void handle(Break command) {
        apply(new MessagesDelivered(CONVERSATION, MEMBER, count + 1, true));
        throw new IllegalStateException("broken");
    }

    @EventSourcingHandler
    void on(MessagesDelivered event) {
        stream = event.stream();
        count = event.upTo();
    }
}
