package chat.parley.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.events.MessageId;
import chat.parley.events.StreamId;
import chat.parley.log.AlreadyRecorded;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.LogUnavailable;
import chat.parley.log.NewEvent;
import chat.parley.log.PendingAppend;
import chat.parley.log.StoredEvent;
import chat.parley.log.row.EventCodec;
import chat.parley.log.signal.CommitNotifier;
import chat.parley.log.signal.SteeredTail;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

class GroupCommitTest {

    private interface Story {
        void tell(EventLog log, ApplicationContext context) throws Exception;
    }

    private static void withLog(Story story) {
        LogContext.runner()
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .run(context -> story.tell(context.getBean(EventLog.class), context));
    }

    /** While it is held nothing can be appended. */
    private static Connection holdHead(ApplicationContext context) throws SQLException {
        Connection holder = context.getBean(DataSource.class).getConnection();
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute("SELECT 1 FROM log.head FOR UPDATE");
        }
        return holder;
    }

    private static CompletableFuture<List<StoredEvent>> appendLater(EventLog log, NewEvent... events) {
        CompletableFuture<List<StoredEvent>> appended = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                appended.complete(log.append(List.of(events)));
            } catch (RuntimeException e) {
                appended.completeExceptionally(e);
            }
        });
        return appended;
    }

    private static UnitOfWork unit(ApplicationContext context, NewEvent event) {
        return UnitOfWork.of(List.of(event), context.getBean(EventCodec.class)).getFirst();
    }

    private static void awaitWaiting(ApplicationContext context, int units) {
        await().until(() -> context.getBean(GroupCommit.class).waiting() >= units);
    }

    @Test
    void whatWaitsDuringACommitIsCommittedTogether() {
        withLog((log, context) -> {
            List<Examples> pairs =
                    IntStream.range(0, 20).mapToObj(_ -> Examples.ofTwo()).toList();
            pairs.forEach(two -> log.append(List.of(two.started(), two.sent(1, "makes the key"))));
            List<CompletableFuture<List<StoredEvent>>> appends = new ArrayList<>();
            try (Connection holder = holdHead(context)) {
                appends.add(appendLater(log, pairs.getFirst().sent(2, "alone")));
                await().until(() -> BatchWriterTest.waitsForALock(context.getBean(DataSource.class)));
                pairs.subList(1, 20).forEach(two -> appends.add(appendLater(log, two.sent(2, "in company"))));
                awaitWaiting(context, 19);
                holder.rollback();
            }
            appends.forEach(CompletableFuture::join);
            var batches =
                    context.getBean(MeterRegistry.class).get("parley.log.batch").summary();
            assertThat(batches.count()).isEqualTo(2);
            assertThat(batches.max()).isEqualTo(19);
            assertThat(context.getBean(MeterRegistry.class)
                            .get("parley.log.commit")
                            .timer()
                            .count())
                    .isEqualTo(2);
        });
    }

    @Test
    void sendersOfOneConversationAreCommittedInTheirOrderAndARepetitionIsNoticed() {
        withLog((log, context) -> {
            Examples two = Examples.ofTwo();
            Examples others = Examples.ofTwo();
            MessageId message = new MessageId(UUID.randomUUID());
            log.append(List.of(two.started(), others.started()));
            List<CompletableFuture<List<StoredEvent>>> appends = new ArrayList<>();
            try (Connection holder = holdHead(context)) {
                appends.add(appendLater(log, others.sent(1, "keeps the writer busy")));
                await().until(() -> BatchWriterTest.waitsForALock(context.getBean(DataSource.class)));
                NewEvent[] sent = {
                    two.sent(1, "a", message), two.sent(2, "b"), two.sent(3, "a", message), two.sent(3, "c")
                };
                for (int index = 0; index < sent.length; index++) {
                    appends.add(appendLater(log, sent[index]));
                    awaitWaiting(context, index + 1);
                }
                holder.rollback();
            }
            assertThat(appends.get(1).join()).hasSize(1);
            assertThat(appends.get(2).join()).hasSize(1);
            assertThatThrownBy(() -> appends.get(3).join()).hasCauseInstanceOf(AlreadyRecorded.class);
            assertThat(appends.get(4).join()).hasSize(1);
            assertThat(log.readStream(StreamId.conversation(two.conversation()), 0, 10))
                    .hasSize(4);
        });
    }

    @Test
    void aCallerIsToldInTimeThatTheLogCannotRecordAndNothingIsRecordedLater() {
        withLog((log, context) -> {
            Examples two = Examples.ofTwo();
            log.append(List.of(two.started()));
            try (Connection holder = holdHead(context)) {
                CompletableFuture<List<StoredEvent>> waiting = appendLater(log, two.sent(1, "hello"));
                assertThatThrownBy(() -> waiting.orTimeout(15, TimeUnit.SECONDS).join())
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(LogUnavailable.class);
                holder.rollback();
            }
            assertThat(log.append(List.of(two.sent(1, "once more")))).hasSize(1);
        });
    }

    @Test
    void closingRecordsWhatWaitsAndRefusesTheRest() {
        withLog((log, context) -> {
            Examples two = Examples.ofTwo();
            log.append(List.of(two.started()));
            CompletableFuture<List<StoredEvent>> waiting;
            CompletableFuture<Void> closing;
            GroupCommit writer = context.getBean(GroupCommit.class);
            try (Connection holder = holdHead(context)) {
                waiting = appendLater(log, two.sent(1, "still recorded"));
                await().until(() -> BatchWriterTest.waitsForALock(context.getBean(DataSource.class)));
                closing = CompletableFuture.runAsync(writer::close, Thread.ofVirtual()::start);
                // Begun and not awaited: what comes before the closing has begun would wait for the head row.
                await().untilAsserted(() -> assertThatThrownBy(() -> log.begin(List.of(two.sent(5, "too late")), null))
                        .isInstanceOf(LogUnavailable.class)
                        .hasMessageContaining("clos"));
                holder.rollback();
            }
            assertThat(waiting.join()).hasSize(1);
            closing.join();
        });
    }

    @Test
    void aWriterWhoseBackendWasEndedGoesOnByItself() {
        withLog((log, context) -> {
            Examples two = Examples.ofTwo();
            log.append(List.of(two.started()));
            log.append(List.of(two.sent(1, "before")));
            try (Connection connection = context.getBean(DataSource.class).getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                        + " WHERE pid <> pg_backend_pid() AND datname = current_database()");
            }
            assertThat(log.append(List.of(two.sent(2, "after")))).hasSize(1);
        });
    }

    @Test
    void manySendersGiveUpTogetherAndGoOnTogether() {
        withLog((log, context) -> {
            List<Examples> pairs =
                    IntStream.range(0, 50).mapToObj(_ -> Examples.ofTwo()).toList();
            pairs.forEach(two -> log.append(List.of(two.started())));
            List<CompletableFuture<List<StoredEvent>>> appends;
            try (Connection holder = holdHead(context)) {
                appends = pairs.stream()
                        .map(two -> appendLater(log, two.sent(1, "hello")))
                        .toList();
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> appends.stream().allMatch(CompletableFuture::isDone));
                holder.rollback();
            }
            assertThat(appends).allMatch(CompletableFuture::isCompletedExceptionally);
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                pairs.forEach(two -> senders.execute(() -> log.append(List.of(two.sent(1, "hello")))));
            }
            pairs.forEach(two -> assertThat(log.readStream(StreamId.conversation(two.conversation()), 0, 10))
                    .hasSize(2));
        });
    }

    @Test
    void whoIsInterruptedWhileItWritesForItselfStillLearnsTheOutcomeAndTheLogGoesOn() {
        withLog((log, context) -> {
            Examples two = Examples.ofTwo();
            log.append(List.of(two.started()));
            BatchWriter batches = new BatchWriter(context.getBean(DataSource.class), log.id());
            batches.write(List.of(unit(context, two.sent(1, "before"))));
            // Not started yet: until then nobody but the caller can write.
            GroupCommit writer = new GroupCommit(
                    batches,
                    context.getBean(CommitNotifier.class),
                    new WriterMeters(context.getBean(MeterRegistry.class)));
            CompletableFuture<List<StoredEvent>> appended = new CompletableFuture<>();
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            try (Connection holder = holdHead(context)) {
                Thread caller = Thread.ofVirtual().start(() -> {
                    appended.complete(writer.begin(unit(context, two.sent(2, "hello")), null)
                            .await());
                    interrupted.complete(Thread.currentThread().isInterrupted());
                });
                await().until(() -> BatchWriterTest.waitsForALock(context.getBean(DataSource.class)));
                caller.interrupt();
                // Soon it waits again, over another connection.
                await().pollInterval(Duration.ofMillis(5))
                        .until(() -> !BatchWriterTest.waitsForALock(context.getBean(DataSource.class)));
                holder.rollback();
            }
            assertThat(appended.orTimeout(15, TimeUnit.SECONDS).join()).hasSize(1);
            assertThat(interrupted.join()).isTrue();
            writer.start();
            try (writer) {
                assertThat(writer.begin(unit(context, two.sent(3, "once")), null)
                                .await())
                        .hasSize(1);
            }
        });
    }

    @Test
    void anErrorBetweenTwoBatchesDoesNotEndTheWriter() {
        withLog((log, context) -> {
            Examples two = Examples.ofTwo();
            AtomicBoolean failing = new AtomicBoolean(true);
            AtomicInteger failures = new AtomicInteger();
            LongSupplier clock = () -> {
                if (failing.get()) {
                    failures.incrementAndGet();
                    throw new StackOverflowError();
                }
                return System.nanoTime();
            };
            GroupCommit writer = new GroupCommit(
                    new BatchWriter(context.getBean(DataSource.class), log.id()),
                    SteeredTail.over(clock, context),
                    new WriterMeters(new SimpleMeterRegistry()));
            writer.start();
            try (writer) {
                await().until(() -> failures.get() > 1);
                failing.set(false);
                assertThat(writer.isRunning()).isTrue();
                assertThat(writer.begin(unit(context, two.sent(0, "hello")), null)
                                .await())
                        .hasSize(1);
            }
            assertThat(writer.isRunning()).isFalse();
        });
    }

    @Test
    void whoWaitsForTheSameUnitAsSomebodyWhoIsInterruptedLearnsItsOutcome() {
        withLog((log, context) -> {
            Examples two = Examples.ofTwo();
            Examples others = Examples.ofTwo();
            log.append(List.of(two.started(), others.started()));
            CompletableFuture<List<StoredEvent>> other = new CompletableFuture<>();
            try (Connection holder = holdHead(context)) {
                var _ = appendLater(log, others.sent(1, "keeps the writer busy"));
                await().until(() -> BatchWriterTest.waitsForALock(context.getBean(DataSource.class)));
                PendingAppend unit = log.begin(List.of(two.sent(1, "hello")), null);
                Thread interrupted = Thread.ofVirtual().start(() -> {
                    Thread.currentThread().interrupt();
                    assertThatThrownBy(unit::await).isInstanceOf(LogUnavailable.class);
                });
                interrupted.join();
                Thread.ofVirtual().start(() -> {
                    try {
                        other.complete(unit.await());
                    } catch (RuntimeException e) {
                        other.completeExceptionally(e);
                    }
                });
                assertThatThrownBy(() -> other.orTimeout(5, TimeUnit.SECONDS).join())
                        .hasCauseInstanceOf(LogUnavailable.class);
                holder.rollback();
            }
            assertThat(log.append(List.of(two.sent(1, "once more")))).hasSize(1);
        });
    }

    @Test
    void aBackendThatDoesNotAnswerIsGivenUp() {
        withLog((log, context) -> {
            Examples two = Examples.ofTwo();
            Examples others = Examples.ofTwo();
            log.append(List.of(two.started()));
            log.append(List.of(others.started()));
            log.append(List.of(two.sent(1, "before")));
            long backend = backendOfTheWriter(context);
            signal("-STOP", backend);
            try {
                assertThatThrownBy(() -> appendLater(log, two.sent(2, "hello"))
                                .orTimeout(20, TimeUnit.SECONDS)
                                .join())
                        .hasCauseInstanceOf(LogUnavailable.class);
            } finally {
                signal("-CONT", backend);
            }
            assertThat(appendLater(log, others.sent(1, "hello"))
                            .orTimeout(20, TimeUnit.SECONDS)
                            .join())
                    .hasSize(1);
        });
    }

    private static long backendOfTheWriter(ApplicationContext context) throws SQLException {
        try (Connection connection = context.getBean(DataSource.class).getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT pid FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND query LIKE '%INSERT INTO log.event%'"
                        + " AND pid <> pg_backend_pid() ORDER BY query_start DESC LIMIT 1")) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private static void signal(String signal, long process) throws Exception {
        new ProcessBuilder("kill", signal, Long.toString(process)).start().waitFor();
    }
}
