package chat.parley.log.signal;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.content.DataKeys;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Anyone who may connect to the database can notify. */
class PostgresLogSignalTest {

    @Test
    void whatCannotBeReadOfANotificationKeepsNobodyFromHearingTheNext() {
        var services = LogContext.onADatabaseOfItsOwn();
        services.run(listening -> services.run(appending -> {
            JdbcClient jdbc = JdbcClient.create(appending.getBean(DataSource.class));
            Stream.of("parley_log", DataKeys.CHANNEL)
                    .forEach(channel -> Stream.of("", "nonsense", "99999999999999999999")
                            .forEach(text -> jdbc.sql("SELECT pg_notify(?, ?)")
                                    .params(channel, text)
                                    .query()
                                    .listOfRows()));
            long position = appending
                    .getBean(EventLog.class)
                    .append(List.of(Examples.ofTwo().sent(0, "hello")))
                    .getFirst()
                    .position();

            assertThat(listening.getBean(LogSignal.class).awaitBeyond(position - 1, Duration.ofSeconds(20)))
                    .isEqualTo(position);
        }));
    }
}
