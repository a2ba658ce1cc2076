package chat.parley.log.row;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.UnknownEvent;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.StoredEvent;
import chat.parley.testing.RawRows;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.ApplicationContext;

/** Rows that are not whole: who follows the log is given every row, and operators are told. */
class UnreadableRowsTest {

    private final Examples two = Examples.ofTwo();
    private final String stream = two.started().event().stream().value();

    @Test
    void eachIsGivenOutInItsPlaceAndHealthSaysWhatIsWrong() {
        LogContext.onADatabaseOfItsOwn().run(context -> {
            EventLog log = context.getBean(EventLog.class);
            assertThat(health(context)).isEqualTo(Health.up().build());
            long first = log.append(List.of(two.started())).getFirst().position();
            RawRows rows = rows(context);
            long noJson = rows.appendBroken(stream, "parley.conversation.message-sent", "no JSON", "nor this");
            long noObject = rows.appendBroken(stream, "parley.conversation.message-sent", "[1]", "[]");
            long incomplete = rows.appendBroken(stream, "parley.conversation.message-sent", "{\"number\":\"x\"}", "{}");
            long noStream = rows.appendBroken("nothing", "parley.x", "{}", "{\"facets\":7}");
            long noKey = rows.appendWithoutKey(
                    stream, "parley.conversation.future", "{\"commitment\":\"x\"}", "{\"audience\":\"members\"}");
            long newer =
                    rows.append(stream, "parley.conversation.future", 2, "{\"a\":1}", "{\"audience\":\"members\"}");

            List<StoredEvent> read = log.readAfter(first, 100);

            assertThat(read)
                    .extracting(StoredEvent::position)
                    .containsExactly(noJson, noObject, incomplete, noStream, noKey, newer);
            assertThat(read).extracting(StoredEvent::event).allMatch(UnknownEvent.class::isInstance);
            assertThat(read.subList(0, 3))
                    .extracting(StoredEvent::event)
                    .noneMatch(event -> ((UnknownEvent) event).isNewer());
            Set<String> payload = Set.of("payload");
            Map<Long, Set<String>> wrong =
                    Map.of(noJson, payload, noObject, payload, incomplete, payload, noKey, Set.of("key_missing"));
            assertThat(health(context))
                    .isEqualTo(Health.status("DEGRADED")
                            .withDetail("unreadable", 4L)
                            .withDetail("positions", wrong)
                            .build());
        });
    }

    private static Health health(ApplicationContext context) {
        return context.getBean(UnreadableRowsHealth.class).health();
    }

    private static RawRows rows(ApplicationContext context) {
        HikariDataSource database = (HikariDataSource) context.getBean(DataSource.class);
        return new RawRows(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }
}
