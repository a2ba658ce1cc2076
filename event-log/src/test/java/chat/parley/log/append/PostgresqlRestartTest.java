package chat.parley.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.LogUnavailable;
import chat.parley.log.Senders;
import chat.parley.log.StoredEvent;
import chat.parley.testing.TestInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away while many write. */
class PostgresqlRestartTest {

    private static final int ENOUGH = 500;

    @Test
    void aShutdownAndAStartLoseNothingAcknowledged() {
        writeAcross(EmbeddedInfrastructure::stop);
    }

    @Test
    void aCrashAndARecoveryLoseNothingAcknowledged() {
        writeAcross(EmbeddedInfrastructure::kill);
    }

    private static void writeAcross(BiConsumer<EmbeddedInfrastructure, Component> end) {
        EmbeddedInfrastructure infrastructure = TestInfrastructure.with(Component.POSTGRESQL);
        LogContext.runner().run(context -> {
            EventLog log = context.getBean(EventLog.class);
            List<Examples> pairs = Stream.generate(Examples::ofTwo).limit(16).toList();
            pairs.forEach(two -> log.append(List.of(two.started())));
            long start = log.head();
            Map<Long, StoredEvent> acknowledged = new ConcurrentHashMap<>();
            Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
            try (Senders senders =
                    new Senders(log, event -> acknowledged.put(event.position(), event), failures::add)) {
                senders.write(pairs);
                awaitMore(acknowledged);
                end.accept(infrastructure, Component.POSTGRESQL);
                try {
                    await().atMost(Duration.ofSeconds(20)).until(() -> failures.size() >= pairs.size());
                } finally {
                    infrastructure.restart(Component.POSTGRESQL);
                }
                awaitMore(acknowledged);
            }
            assertThat(failures).allMatch(LogUnavailable.class::isInstance);
            verify(log, start, acknowledged);
        });
    }

    private static void awaitMore(Map<Long, StoredEvent> acknowledged) {
        int before = acknowledged.size();
        await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() >= before + ENOUGH);
    }

    private static void verify(EventLog log, long start, Map<Long, StoredEvent> acknowledged) {
        List<StoredEvent> recorded = log.readAfter(start, 1_000_000);
        assertThat(recorded)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, start + recorded.size())
                        .boxed()
                        .toList());
        acknowledged.forEach((position, event) ->
                assertThat(recorded.get((int) (position - start - 1))).isEqualTo(event));
    }
}
