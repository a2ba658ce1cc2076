package chat.parley.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.access.Caller;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.SessionId;
import chat.parley.log.CommandId;
import chat.parley.log.NewEvent;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandDispatchTest {

    private static final Caller CALLER = new Caller(Probe.MEMBER, new SessionId(new UUID(0, 3)));

    private final RecordingLog log = new RecordingLog();
    private final RecordingSnapshots snapshots = new RecordingSnapshots();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Configuration axon = new EngineConfiguration()
            .axon(log, snapshots, meters, List.of(SnapshottedAggregates.aggregate(Probe.class)), List.of(Probe.SHAPE));
    private final CommandDispatch dispatch = new CommandDispatch(axon.commandBus());

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void aUnitOfWorkIsAppendedAtOnce() {
        CommandId command = new CommandId("once");
        List<StoredEvent> recorded = dispatch.send(new Probe.Count(3), CALLER, command);
        assertThat(log.appended).hasSize(1);
        assertThat(recorded).isEqualTo(log.events);
        assertThat(log.appended.getFirst()).extracting(NewEvent::sequence).containsExactly(0L, 1L, 2L);
        assertThat(log.appended.getFirst()).extracting(NewEvent::command).containsExactly(command, null, null);
        assertThat(meters.timer("parley.log.append").count()).isEqualTo(1);
    }

    @Test
    void eventsCarryWhoCausedThemAndIdsThatSortByTime() {
        dispatch.send(new Probe.Count(2), CALLER);
        NewEvent first = log.appended.getFirst().getFirst();
        assertThat(first.metadata().actor()).isEqualTo(CALLER.user());
        assertThat(first.metadata().session()).isEqualTo(CALLER.session());
        assertThat(first.id().value().version()).isEqualTo(7);
        assertThat(log.appended.getFirst()).extracting(NewEvent::metadata).containsOnly(first.metadata());
    }

    @Test
    void anAggregateIsReadOnceAndThenKept() {
        dispatch.send(new Probe.Count(1), CALLER);
        int reads = log.reads;
        dispatch.send(new Probe.Count(1), CALLER);
        assertThat(log.reads).isEqualTo(reads);
        assertThat(log.events).extracting(StoredEvent::sequence).containsExactly(0L, 1L);
    }

    @Test
    void aLongStreamIsReadPageByPage() {
        dispatch.send(new Probe.Count(1_201), CALLER);
        await().until(() -> !snapshots.saved.isEmpty());
        CommandDispatch another = new CommandDispatch(new EngineConfiguration()
                .axon(log, snapshots, meters, List.of(AggregateConfigurer.defaultConfiguration(Probe.class)), List.of())
                .commandBus());
        log.reads = 0;
        assertThat(another.send(new Probe.Count(1), CALLER))
                .extracting(StoredEvent::event)
                .containsExactly(new MessagesDelivered(Probe.CONVERSATION, Probe.MEMBER, 1_202, true));
        assertThat(log.reads).isEqualTo(3);
    }

    @Test
    void aConflictIsDecidedAgainOnWhatTheOtherRecorded() {
        dispatch.send(new Probe.Count(1), CALLER);
        byAnotherNode();
        log.conflicts = 1;
        assertThat(dispatch.send(new Probe.Count(1), CALLER))
                .extracting(StoredEvent::event)
                .containsExactly(new MessagesDelivered(Probe.CONVERSATION, Probe.MEMBER, 3, true));
    }

    @Test
    void whoIsAlwaysTooLateIsToldToTryAgain() {
        log.conflicts = Integer.MAX_VALUE;
        assertThatThrownBy(() -> dispatch.send(new Probe.Count(1), CALLER))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.CONFLICT));
        assertThat(log.appended).hasSize(4);
    }

    @Test
    void aRefusalRecordsNothingAndKeepsTheAggregate() {
        dispatch.send(new Probe.Count(1), CALLER);
        int reads = log.reads;
        assertThatThrownBy(() -> dispatch.send(new Probe.Refuse(), CALLER)).isInstanceOf(Refused.class);
        dispatch.send(new Probe.Count(1), CALLER);
        assertThat(log.reads).isEqualTo(reads);
        assertThat(log.events).hasSize(2);
    }

    @Test
    void anAggregateThatWasMadeToRefuseIsNotKept() {
        assertThatThrownBy(() -> dispatch.send(new Probe.Refuse(), CALLER)).isInstanceOf(Refused.class);
        assertThat(dispatch.send(new Probe.Count(1), CALLER)).hasSize(1);
    }

    @Test
    void afterAFailureTheAggregateIsReadAgain() {
        dispatch.send(new Probe.Count(1), CALLER);
        assertThatIllegalStateException().isThrownBy(() -> dispatch.send(new Probe.Break(), CALLER));
        assertThat(dispatch.send(new Probe.Count(1), CALLER))
                .extracting(StoredEvent::event)
                .containsExactly(new MessagesDelivered(Probe.CONVERSATION, Probe.MEMBER, 2, true));
    }

    @Test
    void theCommandBusHasNoTransactionManager() {
        CommandBus bus = axon.commandBus();
        assertThat(bus).isExactlyInstanceOf(SimpleCommandBus.class);
        assertThat(bus).extracting("transactionManager").isSameAs(NoTransactionManager.INSTANCE);
    }

    /** It costs 40 % of the throughput, and a command that takes long is the database's to end. */
    @Test
    void noCommandIsUnderAxonsTimeOut() {
        dispatch.send(new Probe.Count(1), CALLER);
        List<String> callers = new ArrayList<>();
        dispatch.send(
                new Probe.Look(() ->
                        Stream.of(new Throwable().getStackTrace()).forEach(frame -> callers.add(frame.getClassName()))),
                CALLER);
        assertThat(callers).anyMatch(caller -> caller.startsWith("org.axonframework.commandhandling"));
        assertThat(callers).noneMatch(caller -> caller.startsWith("org.axonframework.messaging.timeout"));
    }

    private void byAnotherNode() {
        NewEvent own = log.appended.getFirst().getFirst();
        MessagesDelivered event = new MessagesDelivered(Probe.CONVERSATION, Probe.MEMBER, 2, true);
        log.append(List.of(new NewEvent(own.id(), 1, event, null, own.metadata())));
    }
}
