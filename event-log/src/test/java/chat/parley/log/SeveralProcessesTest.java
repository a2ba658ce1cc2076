package chat.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.database.Role;
import chat.parley.events.StreamId;
import chat.parley.infrastructure.Address;
import chat.parley.log.signal.LogSignal;
import chat.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three processes append to the same conversations, and one of them is killed while it does. */
class SeveralProcessesTest {

    private static final int ENOUGH = 300;

    /** Follows the log as the relay does. */
    private static final class Follower implements AutoCloseable {
        private final List<StoredEvent> seen = Collections.synchronizedList(new ArrayList<>());
        private final Thread thread;
        private volatile long until = Long.MAX_VALUE;

        Follower(EventLog log, LogSignal wake) {
            long start = log.head();
            thread = Thread.ofVirtual().start(() -> follow(log, wake, start));
        }

        private void follow(EventLog log, LogSignal wake, long start) {
            long position = start;
            try {
                while (position < until) {
                    wake.awaitBeyond(position, Duration.ofMillis(100));
                    List<StoredEvent> read = log.readAfter(position, 100);
                    seen.addAll(read);
                    position = read.isEmpty() ? position : read.getLast().position();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        List<StoredEvent> upTo(long head) throws InterruptedException {
            until = head;
            thread.join(Duration.ofSeconds(30));
            return List.copyOf(seen);
        }

        @Override
        public void close() {
            until = 0;
        }
    }

    /** A process and what it was acknowledged, event ids by position. */
    private record Appending(ChildProcess process, Map<Long, String> acknowledged) implements AutoCloseable {

        static Appending start(List<Examples> pairs) {
            Address.Postgresql postgresql = TestDatabase.shared().as(Role.COMMAND);
            List<String> members = pairs.stream()
                    .flatMap(two -> Stream.of(two.alice().toString(), two.bob().toString()))
                    .toList();
            ChildProcess process = ChildProcess.start(AppendingProcess.class, postgresql, members);
            Map<Long, String> acknowledged = new ConcurrentHashMap<>();
            Thread.ofVirtual().start(() -> process.readLines(line -> note(line, acknowledged)));
            return new Appending(process, acknowledged);
        }

        /** A process may be killed within a line. */
        private static void note(String line, Map<Long, String> acknowledged) {
            String[] words = line.split(" ");
            if (words.length == 2 && words[1].length() == 36) {
                acknowledged.put(Long.valueOf(words[0]), words[1]);
            }
        }

        void awaitMore(int events) {
            int before = acknowledged.size();
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= before + events);
        }

        @Override
        public void close() {
            process.close();
        }
    }

    @Test
    void nothingAcknowledgedIsLostAndAFollowerSeesEveryPositionOnceInOrder() {
        LogContext.runner().run(context -> {
            EventLog log = context.getBean(EventLog.class);
            List<Examples> pairs = Stream.generate(Examples::ofTwo).limit(4).toList();
            pairs.forEach(two -> log.append(List.of(two.started())));
            long start = log.head();
            Map<Long, String> acknowledged = new ConcurrentHashMap<>();
            try (Follower follower = new Follower(log, context.getBean(LogSignal.class));
                    Appending killed = Appending.start(pairs);
                    Appending staying = Appending.start(pairs)) {
                Senders own = new Senders(
                        log,
                        event -> acknowledged.put(
                                event.position(), event.envelope().id().toString()),
                        _ -> {});
                try (own) {
                    own.write(pairs);
                    killed.awaitMore(ENOUGH);
                    staying.awaitMore(ENOUGH);
                    killed.process().kill();
                    staying.awaitMore(ENOUGH);
                }
                JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));
                assertThat(theirSessions(jdbc)).isPositive();
                staying.process().kill();
                staying.process().awaitEnd();
                await().until(() -> theirSessions(jdbc) == 0);
                assertThat(own.conflicts()).isPositive();
                acknowledged.putAll(killed.acknowledged());
                acknowledged.putAll(staying.acknowledged());
                long end = log.append(List.of(Examples.ofTwo().started()))
                        .getLast()
                        .position();
                verify(log, follower.upTo(end), start, end, acknowledged);
            }
            verifyStreams(log, pairs);
        });
    }

    /** While there are any, what a killed process was about may still be committed. */
    private static long theirSessions(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE application_name = ?")
                .param(AppendingProcess.NAME)
                .query(Long.class)
                .single();
    }

    private static void verify(
            EventLog log, List<StoredEvent> seen, long start, long end, Map<Long, String> acknowledged) {
        assertThat(seen)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(start + 1, end).boxed().toList());
        assertThat(seen).extracting(event -> event.envelope().recorded()).isSorted();
        assertThat(acknowledged).hasSizeGreaterThan(3 * ENOUGH);
        acknowledged.forEach((position, id) -> {
            StoredEvent event = seen.get((int) (position - start - 1));
            assertThat(event.envelope().id()).hasToString(id);
            assertThat(log.at(position)).contains(event);
        });
    }

    private static void verifyStreams(EventLog log, List<Examples> pairs) {
        for (Examples two : pairs) {
            List<StoredEvent> stream = log.readStream(StreamId.conversation(two.conversation()), 0, 100_000);
            assertThat(stream)
                    .extracting(StoredEvent::sequence)
                    .containsExactlyElementsOf(IntStream.range(0, stream.size())
                            .mapToObj(Long::valueOf)
                            .toList());
        }
    }
}
