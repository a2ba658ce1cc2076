package chat.parley.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.access.Caller;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.SessionId;
import chat.parley.log.NewEvent;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Commands that decide on events which are still on their way into the log. */
class PipelinedAggregateLocksTest {

    private static final Caller CALLER = new Caller(Probe.MEMBER, new SessionId(new UUID(0, 3)));

    private final SlowLog log = new SlowLog();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Cache cache = new AggregateCache(meters);
    private final PipelinedAggregateLocks pipeline = new PipelinedAggregateLocks(log, cache, meters.timer("appends"));
    private final Configuration axon = EngineConfiguration.start(
            new ParleyEventStorageEngine(
                    log, pipeline, new AggregateSnapshots(new RecordingSnapshots(), List.of(Probe.SHAPE))),
            cache,
            pipeline,
            List.of(SnapshottedAggregates.aggregate(Probe.class)));
    private final CommandDispatch dispatch = new CommandDispatch(axon.commandBus());
    private final List<Sending> sendings = new ArrayList<>();

    private record Sending(Thread thread, FutureTask<List<StoredEvent>> answer) {

        List<StoredEvent> get() throws InterruptedException, ExecutionException {
            return answer.get();
        }

        void awaitWaiting() {
            await().until(() ->
                    EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(thread.getState()));
            assertThat(answer).isNotDone();
        }
    }

    @BeforeEach
    void anAggregateInTheCache() {
        dispatch.send(new Probe.Count(1), CALLER);
        log.slow = true;
        log.begun.clear();
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Sending sending : sendings) {
            assertThat(sending.thread().join(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(pipeline.size()).isZero();
        axon.shutdown();
    }

    @Test
    void theNextDecidesBeforeTheFirstIsDurableAndNobodyIsAnsweredUntilThen() throws Exception {
        Sending first = count();
        awaitBegun(1);
        Sending second = count();
        awaitBegun(2);
        assertThat(log.begun.get(1).events).extracting(NewEvent::sequence).containsExactly(2L);
        first.awaitWaiting();
        log.begun.get(0).commit();
        assertThat(first.get()).extracting(StoredEvent::sequence).containsExactly(1L);
        second.awaitWaiting();
        log.begun.get(1).commit();
        assertThat(second.get()).extracting(StoredEvent::sequence).containsExactly(2L);
    }

    @Test
    void whatWasDecidedOnWhatFailedIsDecidedAgain() throws Exception {
        Sending first = count();
        awaitBegun(1);
        Sending second = count();
        awaitBegun(2);
        log.slow = false;
        log.begun.get(0).fail();
        log.begun.get(1).commit();
        assertThat(List.of(first.get().getFirst(), second.get().getFirst()))
                .extracting(StoredEvent::event)
                .containsExactlyInAnyOrder(delivered(2), delivered(3));
        assertDense(3);
    }

    @Test
    void aRefusalWaitsForWhatItWasDecidedOn() throws Exception {
        count();
        awaitBegun(1);
        CountDownLatch decided = new CountDownLatch(1);
        Sending refused = send(new Probe.Look(() -> {
            decided.countDown();
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }));
        assertThat(decided.await(10, TimeUnit.SECONDS)).isTrue();
        refused.awaitWaiting();
        log.begun.getFirst().commit();
        assertThatThrownBy(refused::get).cause().isInstanceOf(Refused.class);
    }

    @Test
    void aCommandThatFoundNothingNewWaitsForWhatItSawAndLooksAgainIfThatFailed() throws Exception {
        count();
        awaitBegun(1);
        List<Long> looks = new CopyOnWriteArrayList<>();
        Sending looking = send(new Probe.Look(() -> looks.add(log.durable.head())));
        await().until(() -> looks.size() == 1);
        looking.awaitWaiting();
        log.slow = false;
        log.begun.getFirst().fail();
        assertThat(looking.get()).isEmpty();
        assertThat(looks).hasSize(2);
    }

    @Test
    void whoHasToLoadTheAggregateWaitsForWhatIsOnItsWay() throws Exception {
        Sending first = count();
        awaitBegun(1);
        cache.removeAll();
        Sending second = count();
        second.awaitWaiting();
        assertThat(log.begun).hasSize(1);
        log.slow = false;
        log.begun.getFirst().commit();
        assertThat(first.get()).isNotEmpty();
        assertThat(second.get()).extracting(StoredEvent::event).containsExactly(delivered(3));
    }

    @Test
    void aTransactionKeepsTheAggregateUntilItsEnd() throws Exception {
        log.slow = false;
        Sending other = new TransactionTemplate(new NoDatabase()).execute(_ -> {
            dispatch.send(new Probe.Count(1), CALLER);
            Sending waiting = count();
            waiting.awaitWaiting();
            assertThat(log.begun).hasSize(1);
            return waiting;
        });
        assertThat(other.get()).extracting(StoredEvent::event).containsExactly(delivered(3));
    }

    @Test
    void whatATransactionRolledBackIsForgotten() {
        log.slow = false;
        new TransactionTemplate(new NoDatabase()).executeWithoutResult(status -> {
            dispatch.send(new Probe.Count(1), CALLER);
            log.durable.events.removeLast();
            status.setRollbackOnly();
        });
        assertThat(dispatch.send(new Probe.Count(1), CALLER))
                .extracting(StoredEvent::event)
                .containsExactly(delivered(2));
    }

    private Sending count() {
        return send(new Probe.Count(1));
    }

    private Sending send(Object command) {
        FutureTask<List<StoredEvent>> answer = new FutureTask<>(() -> dispatch.send(command, CALLER));
        Sending sending = new Sending(Thread.ofVirtual().start(answer), answer);
        sendings.add(sending);
        return sending;
    }

    private void awaitBegun(int units) {
        await().until(() -> log.begun.size() == units);
    }

    private void assertDense(long events) {
        assertThat(log.durable.events)
                .extracting(StoredEvent::sequence)
                .containsExactlyElementsOf(LongStream.range(0, events).boxed().toList());
    }

    private static MessagesDelivered delivered(long upTo) {
        return new MessagesDelivered(Probe.CONVERSATION, Probe.MEMBER, upTo, true);
    }

    private static final class NoDatabase extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return "none";
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
