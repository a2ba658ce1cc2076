package chat.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.EventType;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.ParleyEvent;
import chat.parley.events.StreamId;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.Usernames;
import chat.parley.log.read.LogSlice;
import chat.parley.log.read.LogSlices;
import chat.parley.log.signal.LogSignal;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What our log promises beyond {@link EventLogContract}. */
class EventLogTest {

    private interface Story {
        void tell(EventLog log, ApplicationContext context) throws Exception;
    }

    private static void withLog(Story story) {
        LogContext.runner().run(context -> story.tell(context.getBean(EventLog.class), context));
    }

    @Test
    void whatIsAppendedIsReadBackWholeAndInOrder() {
        withLog((log, _) -> {
            Examples two = Examples.ofTwo();
            List<StoredEvent> stored = log.append(List.of(two.started(), two.sent(1, "hello"), two.sent(2, "there")));
            StreamId stream = StreamId.conversation(two.conversation());
            assertThat(log.readStream(stream, 0, 10)).isEqualTo(stored);
            assertThat(log.readStream(stream, 1, 1)).isEqualTo(stored.subList(1, 2));
            assertThat(log.readStreamBackwards(stream, Long.MAX_VALUE, 2))
                    .isEqualTo(stored.reversed().subList(0, 2));
            assertThat(log.at(stored.get(1).position())).contains(stored.get(1));
            assertThat(log.newestOf(Set.of(stream))).containsExactly(stored.getLast());
            assertThat(log.head()).isEqualTo(stored.getLast().position());
            assertThat(stored).extracting(e -> e.envelope().source()).containsOnly(log.id());
        });
    }

    @Test
    void aSliceIsOfSomeTypesAndWithOrWithoutWhatPeopleWrote() {
        LogContext.runner().run(context -> {
            EventLog log = context.getBean(EventLog.class);
            LogSlices slices = context.getBean(LogSlices.class);
            Examples two = Examples.ofTwo();
            List<StoredEvent> stored = log.append(List.of(two.started(), two.sent(1, "hello"), two.sent(2, "there")));
            long before = stored.getFirst().position() - 1;
            long last = stored.getLast().position();
            assertThat(slices.read(new LogSlice(before, last, Set.of(), true), 10))
                    .isEqualTo(stored);
            assertThat(slices.read(new LogSlice(before, last - 1, Set.of(EventType.MESSAGE_SENT.typeName()), true), 10))
                    .isEqualTo(stored.subList(1, 2));
            assertThat(slices.read(new LogSlice(before + 1, last, Set.of(), true), 1))
                    .isEqualTo(stored.subList(1, 2));
            assertThat(slices.read(new LogSlice(before, last, Set.of(EventType.MESSAGE_SENT.typeName()), false), 10))
                    .extracting(StoredEvent::event)
                    .extracting(event -> ((MessageSent) event).content())
                    .containsExactly(null, null);
        });
    }

    @Test
    void whatHappenedToAccountsIsReadWithoutTheRest() {
        LogContext.runner().run(context -> {
            EventLog log = context.getBean(EventLog.class);
            LogSlices slices = context.getBean(LogSlices.class);
            Examples two = Examples.ofTwo();
            long before = log.head();
            StoredEvent one = log.append(List.of(two.registered(
                            "alice_" + UUID.randomUUID().toString().substring(0, 8))))
                    .getFirst();
            log.append(List.of(two.started(), two.sent(1, "hello")));
            StoredEvent another = log.append(List.of(two.held(1))).getFirst();

            assertThat(slices.readAccountsAfter(before, 10)).containsExactly(one, another);
            assertThat(slices.readAccountsAfter(before, 1)).containsExactly(one);
            assertThat(slices.readAccountsAfter(one.position(), 10)).containsExactly(another);
            assertThat(slices.readAccountsAfter(another.position(), 10)).isEmpty();
        });
    }

    @Test
    void positionsHaveNoHolesWhateverFailsAndTimeNeverGoesBack() {
        withLog((log, _) -> {
            long before = log.head();
            Set<Long> conflicts = ConcurrentHashMap.newKeySet();
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int sender = 0; sender < 8; sender++) {
                    senders.execute(() -> appendWithConflicts(log, conflicts));
                }
            }
            List<StoredEvent> all = log.readAfter(before, 1_000);
            assertThat(conflicts).isNotEmpty();
            assertThat(all)
                    .extracting(StoredEvent::position)
                    .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + all.size())
                            .boxed()
                            .toList());
            assertThat(all).extracting(e -> e.envelope().recorded()).isSorted();
        });
    }

    private static void appendWithConflicts(EventLog log, Set<Long> conflicts) {
        Examples two = Examples.ofTwo();
        log.append(List.of(two.started()));
        for (long sequence = 1; sequence <= 20; sequence++) {
            log.append(List.of(two.sent(sequence, "once")));
            try {
                log.append(List.of(two.sent(sequence, "too late")));
            } catch (SequenceConflict _) {
                conflicts.add(sequence);
            }
        }
    }

    @Test
    void aStreamHasNoHoles() {
        withLog((log, _) -> {
            Examples two = Examples.ofTwo();
            assertThatThrownBy(() -> log.append(List.of(two.sent(1, "before the start"))))
                    .isInstanceOf(SequenceConflict.class);
            log.append(List.of(two.started()));
            assertThatThrownBy(() -> log.append(List.of(two.sent(2, "one too far"))))
                    .isInstanceOf(SequenceConflict.class);
            assertThat(log.readStream(StreamId.conversation(two.conversation()), 0, 10))
                    .hasSize(1);
        });
    }

    @Test
    void aUnitOfWorkOverSeveralStreamsIsAllOrNothing() {
        withLog((log, _) -> {
            Examples one = Examples.ofTwo();
            Examples two = Examples.ofTwo();
            log.append(List.of(one.started(), two.started()));
            long before = log.head();
            assertThatThrownBy(() -> log.append(List.of(one.sent(1, "fits"), two.sent(0, "does not"))))
                    .isInstanceOf(SequenceConflict.class);
            assertThat(log.head()).isEqualTo(before);
            List<StoredEvent> both =
                    log.append(List.of(one.sent(1, "fits"), two.sent(1, "too"), one.sent(2, "and this")));
            assertThat(both).extracting(StoredEvent::position).containsExactly(before + 1, before + 2, before + 3);
            assertThat(log.readAfter(before, 10)).isEqualTo(both);
        });
    }

    @Test
    void readsBeyondTheEndFindNothingAndWrongRangesAreRefused() {
        withLog((log, _) -> {
            StreamId stream = StreamId.conversation(Examples.ofTwo().conversation());
            assertThat(log.readAfter(log.head(), 10)).isEmpty();
            assertThat(log.readAfter(Long.MAX_VALUE, 10)).isEmpty();
            assertThat(log.readAfter(0, 0)).isEmpty();
            assertThat(log.at(0)).isEmpty();
            assertThat(log.at(log.head() + 1)).isEmpty();
            assertThat(log.readStream(stream, Long.MAX_VALUE, 10)).isEmpty();
            Stream.<ThrowingCallable>of(
                            () -> log.readAfter(-1, 10),
                            () -> log.readAfter(0, -1),
                            () -> log.at(-1),
                            () -> log.readStream(stream, -1, 10),
                            () -> log.readStream(stream, 0, -1),
                            () -> log.readStreamBackwards(stream, -1, 10))
                    .forEach(read -> assertThatThrownBy(read)
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("not negative"));
        });
    }

    @Test
    void aCommandIsRecordedOnceForEverAndItsFirstAttemptIsFound() {
        withLog((log, _) -> {
            Examples two = Examples.ofTwo();
            MessageId message = new MessageId(UUID.randomUUID());
            List<StoredEvent> first = log.append(List.of(two.started(), two.sent(1, "hello", message)));
            assertThatThrownBy(() -> log.append(List.of(two.sent(2, "hello", message))))
                    .isInstanceOf(AlreadyRecorded.class);
            StreamId stream = StreamId.conversation(two.conversation());
            assertThat(log.findByCommand(stream, CommandId.of(two.alice(), message)))
                    .contains(first.getLast());
            assertThat(log.findByCommand(stream, CommandId.of(two.bob(), message)))
                    .isEmpty();
        });
    }

    @Test
    void aUsernameIsGivenOnce() {
        withLog((log, context) -> {
            String username = "u" + UUID.randomUUID().toString().substring(0, 8);
            Examples first = Examples.ofTwo();
            log.append(List.of(first.registered(username)));
            Examples second = Examples.ofTwo();
            assertThatThrownBy(() -> log.append(List.of(second.registered(username))))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.USERNAME_TAKEN));
            assertThat(context.getBean(Usernames.class).holderOf(username)).contains(first.alice());
            assertThat(log.readStream(StreamId.account(second.alice()), 0, 1)).isEmpty();
        });
    }

    @Test
    void anAppendJoinsItsCallersTransactionAndGoesWithIt() {
        withLog((log, context) -> {
            Examples two = Examples.ofTwo();
            long before = log.head();
            var transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
            transactions.executeWithoutResult(status -> {
                log.append(List.of(two.started()));
                status.setRollbackOnly();
            });
            assertThat(log.head()).isEqualTo(before);
            assertThat(context.getBean(Memberships.class).of(List.of(two.conversation())))
                    .isEmpty();
        });
    }

    @Test
    void aRowChangesInNothingButThatItsContentIsForgotten() {
        withLog((log, context) -> {
            Examples two = Examples.ofTwo();
            long position = log.append(List.of(two.started(), two.sent(1, "secret")))
                    .getLast()
                    .position();
            JdbcClient superuser =
                    JdbcClient.create(TestDatabase.shared().superuser().dataSource());
            Stream.of(
                            "UPDATE log.event SET payload = 'x' WHERE position = ?",
                            "UPDATE log.event SET content = 'x' WHERE position = ?",
                            "UPDATE log.event SET content = NULL, type = 'x' WHERE position = ?",
                            "UPDATE log.event SET content = NULL, owner = NULL WHERE position = ?",
                            "DELETE FROM log.event WHERE position = ?")
                    .forEach(sql -> assertThatThrownBy(
                                    () -> superuser.sql(sql).param(position).update())
                            .hasMessageContaining("append-only"));
            JdbcClient.create(context.getBean(DataSource.class))
                    .sql("UPDATE log.event SET content = NULL WHERE position = ?")
                    .param(position)
                    .update();
            assertThat(contentOf(log.at(position).orElseThrow().event())).isNull();
        });
    }

    private static @Nullable MessageContent contentOf(ParleyEvent event) {
        return ((MessageSent) event).content();
    }

    @Test
    void anotherProcessOnTheSameLogIsWoken() {
        LogContext.runner()
                .run(one -> LogContext.runner().run(other -> {
                    EventLog log = one.getBean(EventLog.class);
                    LogSignal wake = other.getBean(LogSignal.class);
                    List<Long> seen = new ArrayList<>();
                    for (int i = 0; i < 5; i++) {
                        long position = log.append(List.of(Examples.ofTwo().started()))
                                .getLast()
                                .position();
                        seen.add(wake.awaitBeyond(position - 1, Duration.ofSeconds(10)) - position);
                    }
                    assertThat(seen).allMatch(ahead -> ahead >= 0);
                }));
    }
}
