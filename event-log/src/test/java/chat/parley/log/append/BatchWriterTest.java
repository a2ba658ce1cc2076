package chat.parley.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.events.LogId;
import chat.parley.events.MessageId;
import chat.parley.events.StreamId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.NewEvent;
import chat.parley.log.StoredEvent;
import chat.parley.log.row.EventCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What becomes of the units of one batch. */
class BatchWriterTest {

    private static final String RECORDED = "Recorded";
    private static final String CONFLICT = "SequenceConflict";
    private static final String BEFORE = "AlreadyRecorded";

    /** Of the log the story is told in. */
    private static final ScopedValue<EventCodec> CODEC = ScopedValue.newInstance();

    private interface Story {
        void tell(EventLog log, BatchWriter writer, ApplicationContext context) throws Exception;
    }

    private static void withWriter(Story story) {
        LogContext.runner().run(context -> {
            LogId id = context.getBean(LogId.class);
            try (BatchWriter writer = new BatchWriter(context.getBean(DataSource.class), id)) {
                ScopedValue.where(CODEC, context.getBean(EventCodec.class)).call(() -> {
                    story.tell(context.getBean(EventLog.class), writer, context);
                    return writer;
                });
            }
        });
    }

    private static UnitOfWork unit(NewEvent... events) {
        return UnitOfWork.of(List.of(events), CODEC.get()).getFirst();
    }

    private static List<StoredEvent> recorded(List<Outcome> outcomes) {
        List<StoredEvent> recorded = new ArrayList<>();
        outcomes.forEach(outcome -> {
            if (outcome instanceof Outcome.Recorded(var events)) {
                recorded.addAll(events);
            }
        });
        return recorded;
    }

    private static List<String> kinds(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> switch (outcome) {
                    case Outcome.Recorded _ -> RECORDED;
                    case Outcome.Failed(var reason) -> reason.getClass().getSimpleName();
                })
                .toList();
    }

    @Test
    void aConflictFailsItsOwnUnitAndTheRestOfTheBatchIsRecordedWithoutAHole() {
        withWriter((log, writer, _) -> {
            Examples one = Examples.ofTwo();
            Examples two = Examples.ofTwo();
            Examples three = Examples.ofTwo();
            long before = log.append(List.of(two.started(), two.sent(1, "first")))
                    .getLast()
                    .position();
            List<Outcome> outcomes = writer.write(List.of(
                    unit(one.started(), one.sent(1, "fits")),
                    unit(two.sent(1, "too late")),
                    unit(three.started()),
                    unit(Examples.ofTwo().sent(3, "nothing before it"))));
            assertThat(kinds(outcomes)).containsExactly(RECORDED, CONFLICT, RECORDED, CONFLICT);
            assertThat(recorded(outcomes))
                    .extracting(StoredEvent::position)
                    .containsExactly(before + 1, before + 2, before + 3);
            assertThat(log.readAfter(before, 10)).isEqualTo(recorded(outcomes));
            assertThat(log.head()).isEqualTo(before + 3);
        });
    }

    @Test
    void unitsOfOneStreamFollowEachOtherInABatchAndFallTogether() {
        withWriter((log, writer, _) -> {
            Examples two = Examples.ofTwo();
            log.append(List.of(two.started()));
            List<Outcome> following = writer.write(
                    List.of(unit(two.sent(1, "a")), unit(two.sent(2, "b"), two.sent(3, "c")), unit(two.sent(4, "d"))));
            assertThat(recorded(following)).extracting(StoredEvent::sequence).containsExactly(1L, 2L, 3L, 4L);
            List<Outcome> falling = writer.write(List.of(
                    unit(Examples.ofTwo().started()), unit(two.sent(4, "taken")), unit(two.sent(5, "builds on it"))));
            assertThat(kinds(falling)).containsExactly(RECORDED, CONFLICT, CONFLICT);
        });
    }

    @Test
    void aUnitThatDoesNotFollowTheOneBeforeItIsAConflictOfItsOwn() {
        withWriter((log, writer, _) -> {
            Examples two = Examples.ofTwo();
            log.append(List.of(two.started()));
            List<Outcome> outcomes = writer.write(List.of(
                    unit(two.sent(1, "first")),
                    unit(two.sent(3, "one too far")),
                    unit(Examples.ofTwo().started())));
            assertThat(kinds(outcomes)).containsExactly(RECORDED, CONFLICT, RECORDED);
            List<Outcome> same = writer.write(List.of(unit(two.sent(2, "a")), unit(two.sent(2, "b"))));
            assertThat(kinds(same)).containsExactly(RECORDED, CONFLICT);
            assertThat(log.readStream(StreamId.conversation(two.conversation()), 0, 10))
                    .extracting(StoredEvent::sequence)
                    .containsExactly(0L, 1L, 2L);
        });
    }

    @Test
    void aCommandThatIsInTheLogIsToldFromAConflict() {
        withWriter((log, writer, _) -> {
            Examples two = Examples.ofTwo();
            MessageId message = new MessageId(UUID.randomUUID());
            log.append(List.of(two.started(), two.sent(1, "once", message)));
            List<Outcome> outcomes = writer.write(List.of(
                    unit(two.sent(1, "once", message)), unit(two.sent(2, "builds on it")), unit(two.sent(3, "too"))));
            assertThat(kinds(outcomes)).containsExactly(BEFORE, CONFLICT, CONFLICT);
            assertThat(kinds(writer.write(List.of(unit(two.sent(2, "again", message))))))
                    .containsExactly(BEFORE);
        });
    }

    @Test
    void whatPostgresqlRefusesOfOneUnitFailsNobodyElses() {
        withWriter((log, writer, _) -> {
            Examples one = Examples.ofTwo();
            Examples two = Examples.ofTwo();
            Examples poisonous = Examples.ofTwo();
            long before = log.append(List.of(two.started(), poisonous.started()))
                    .getLast()
                    .position();
            NewEvent sent = poisonous.sent(1, "hello");
            NewEvent unspeakable =
                    new NewEvent(sent.id(), 1, sent.event(), new CommandId("a zero \u0000 byte"), sent.metadata());
            String endless = "x".repeat(1 << 20);
            NewEvent tooLarge = new NewEvent(
                    two.sent(1, "").id(),
                    1,
                    two.sent(1, "hi").event(),
                    new CommandId(random(endless)),
                    sent.metadata());
            List<Outcome> outcomes = writer.write(
                    List.of(unit(one.started()), unit(unspeakable), unit(tooLarge), unit(one.sent(1, "a"))));
            assertThat(outcomes.get(0)).isInstanceOf(Outcome.Recorded.class);
            assertThat(outcomes.get(1)).isInstanceOf(Outcome.Failed.class);
            assertThat(outcomes.get(2)).isInstanceOf(Outcome.Failed.class);
            assertThat(kinds(outcomes)).doesNotContain("LogUnavailable");
            assertThat(recorded(outcomes)).extracting(StoredEvent::position).containsExactly(before + 1, before + 2);
        });
    }

    /** So that PostgreSQL cannot compress it into an index entry. */
    private static String random(String size) {
        StringBuilder text = new StringBuilder();
        Stream.generate(UUID::randomUUID).limit(size.length() / 36).forEach(text::append);
        return text.toString();
    }

    @Test
    void theWriterRecordsDurablyWhateverTheDefaultOfItsRole() {
        withWriter((_, writer, context) -> {
            DataSource dataSource = context.getBean(DataSource.class);
            try (WriterSession session = WriterSession.open(dataSource)) {
                assertThat(session.runGuarded(BatchWriterTest::synchronousCommit))
                        .isEqualTo("on");
            }
        });
    }

    @Test
    void anotherWriterThatCommitsInBetweenFailsOnlyWhatItWasFasterWith() {
        withWriter((log, writer, context) -> {
            Examples contested = Examples.ofTwo();
            Examples innocent = Examples.ofTwo();
            StreamId stream = StreamId.conversation(contested.conversation());
            log.append(List.of(contested.started()));
            DataSource dataSource = context.getBean(DataSource.class);
            try (var faster = dataSource.getConnection()) {
                faster.setAutoCommit(false);
                new EventInsert(log.id()).insertJudged(faster, List.of(unit(contested.sent(1, "faster"))));
                List<UnitOfWork> batch = List.of(unit(contested.sent(1, "slower")), unit(innocent.started()));
                CompletableFuture<List<Outcome>> outcomes =
                        CompletableFuture.supplyAsync(() -> writer.write(batch), Thread.ofVirtual()::start);
                await().until(() -> waitsForALock(dataSource));
                faster.commit();
                assertThat(kinds(outcomes.join())).containsExactly(CONFLICT, RECORDED);
            }
            assertThat(log.readStream(stream, 0, 10)).hasSize(2);
            assertThat(log.head())
                    .isEqualTo(log.readStream(StreamId.conversation(innocent.conversation()), 0, 1)
                            .getFirst()
                            .position());
        });
    }

    private static String synchronousCommit(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("SHOW synchronous_commit")) {
            answer.next();
            return answer.getString(1);
        }
    }

    static boolean waitsForALock(DataSource dataSource) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
            answer.next();
            return answer.getInt(1) > 0;
        }
    }
}
