package chat.parley.log.read;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.database.Role;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.StoredEvent;
import chat.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTimeTest {

    @Test
    void aLogAheadOfTheClockSaysByHowMuchAndKeepsItsOrder() {
        TestDatabase database = TestDatabase.empty().migrated();
        LogContext.runner(database.as(Role.COMMAND)).run(context -> {
            EventLog log = context.getBean(EventLog.class);
            LogTime time = context.getBean(LogTime.class);
            Examples two = Examples.ofTwo();
            assertThat(time.aheadOfClock()).isZero();
            log.append(List.of(two.started()));
            assertThat(time.aheadOfClock()).isLessThan(Duration.ofSeconds(1));

            database.asSuperuser("UPDATE log.head SET recorded = clock_timestamp() + interval '30 days'");
            assertThat(time.aheadOfClock()).isBetween(Duration.ofDays(29), Duration.ofDays(30));
            for (int sequence = 1; sequence <= 3; sequence++) {
                log.append(List.of(two.sent(sequence, "hello")));
            }
            List<StoredEvent> sent = log.readAfter(1, 10);
            assertThat(sent).extracting(StoredEvent::sequence).containsExactly(1L, 2L, 3L);
            assertThat(sent)
                    .extracting(event -> event.envelope().recorded())
                    .containsOnly(sent.getFirst().envelope().recorded());
        });
    }
}
