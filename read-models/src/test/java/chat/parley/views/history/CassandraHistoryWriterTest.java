package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CassandraHistoryWriterTest extends HistoryWriterContract {

    private final Talk talk = Talk.any();

    @Override
    HistoryStores stores() {
        return CassandraStores.STORES;
    }

    private Row row(String cql) {
        return Objects.requireNonNull(CassandraStores.SESSION
                .execute(SimpleStatement.newInstance(cql, talk.id().value()))
                .one());
    }

    @Test
    void every_cell_is_stamped_with_twice_the_position_of_its_event() {
        stores().writer()
                .write(List.of(
                        talk.started(3),
                        talk.wrote(5, talk.alice(), 1, "hello"),
                        talk.read(8, talk.bob(), 1),
                        talk.deleted(9, talk.alice(), 1, 2)));

        Row head = row("SELECT WRITETIME(kind) AS kind, WRITETIME(last_micros) AS last_micros,"
                + " WRITETIME(last_sequence) AS last_sequence FROM parley.message"
                + " WHERE conversation = ? AND bucket = 0 LIMIT 1");
        assertThat(head.getLong("kind")).isEqualTo(6);
        assertThat(head.getLong("last_micros")).isEqualTo(10);
        assertThat(head.getLong("last_sequence")).isEqualTo(18);

        Row watermarks = row("SELECT max(WRITETIME(sent)) AS sent, max(WRITETIME(read)) AS read FROM parley.watermark"
                + " WHERE conversation = ? AND bucket = 0");
        assertThat(watermarks.getLong("sent")).isEqualTo(10);
        assertThat(watermarks.getLong("read")).isEqualTo(16);

        Row message = row("SELECT WRITETIME(recorded_micros) AS recorded, WRITETIME(deleted) AS deleted"
                + " FROM parley.message WHERE conversation = ? AND bucket = 0 LIMIT 1");
        assertThat(message.getLong("recorded")).isEqualTo(10);
        assertThat(message.getLong("deleted")).isEqualTo(18);

        Row receipt = row("SELECT WRITETIME(at_micros) AS at FROM parley.receipt"
                + " WHERE conversation = ? AND bucket = 0 AND kind = 'read' LIMIT 1");
        assertThat(receipt.getLong("at")).isEqualTo(16);
    }

    @Test
    void creating_the_schema_again_keeps_what_is_there() {
        stores().writer().write(List.of(talk.wrote(5, talk.alice(), 1, "hello")));

        assertThatCode(() -> HistorySchema.create(CassandraStores.SESSION, CassandraStores.SETTINGS))
                .doesNotThrowAnyException();
        assertThat(stores().messages().after(talk.id(), 0, 10)).hasSize(1);
    }

    @Test
    void a_keyspace_of_an_earlier_version_is_refused() {
        CassandraSettings settings = new CassandraSettings(
                CassandraStores.SETTINGS.contactPoint(),
                CassandraStores.SETTINGS.datacenter(),
                "earlier",
                1,
                Duration.ofMinutes(1));
        // Not the one for all tests: while its connection to a Cassandra that was away is not back, it hears of no new
        // tables.
        try (CqlSession session = CassandraStart.open(settings)) {
            HistorySchema.create(session, settings);
            session.execute("CREATE TABLE earlier.conversation_head (conversation uuid PRIMARY KEY)");

            assertThatThrownBy(() -> HistorySchema.create(session, settings))
                    .hasMessageContainingAll("keyspace earlier", "earlier version of Parley", "Drop the keyspace");
        }
    }

    @Test
    void a_position_that_cannot_be_stamped_is_the_events_own_fault() {
        assertThatThrownBy(() -> stores().writer().write(List.of(talk.wrote(Long.MAX_VALUE, talk.alice(), 1, "x"))))
                .isInstanceOf(ArithmeticException.class);
    }
}
