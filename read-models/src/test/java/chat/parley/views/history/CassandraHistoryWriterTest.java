package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

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
    void everyCellIsStampedWithTwiceThePositionOfItsEvent() {
        stores().writer()
                .write(List.of(
                        talk.started(3),
                        talk.wrote(5, talk.alice(), 1, "hello"),
                        talk.read(8, talk.bob(), 1),
                        talk.deleted(9, 1, 2)));

        Row head = row("SELECT WRITETIME(kind) AS kind, WRITETIME(last_micros) AS last_micros,"
                + " WRITETIME(last_sequence) AS last_sequence FROM parley_history_1.message"
                + " WHERE conversation = ? AND bucket = 0 LIMIT 1");
        assertThat(head.getLong("kind")).isEqualTo(6);
        assertThat(head.getLong("last_micros")).isEqualTo(10);
        assertThat(head.getLong("last_sequence")).isEqualTo(18);

        Row watermarks =
                row("SELECT max(WRITETIME(sent)) AS sent, max(WRITETIME(read)) AS read FROM parley_history_1.watermark"
                        + " WHERE conversation = ? AND bucket = 0");
        assertThat(watermarks.getLong("sent")).isEqualTo(10);
        assertThat(watermarks.getLong("read")).isEqualTo(16);

        Row message = row("SELECT WRITETIME(recorded_micros) AS recorded, WRITETIME(row) AS stamp"
                + " FROM parley_history_1.message WHERE conversation = ? AND bucket = 0 LIMIT 1");
        assertThat(message.getLong("recorded")).isEqualTo(10);
        assertThat(message.getLong("stamp")).isEqualTo(18);

        Row receipt = row("SELECT WRITETIME(at_micros) AS at FROM parley_history_1.receipt"
                + " WHERE conversation = ? AND bucket = 0 AND kind = 'read' LIMIT 1");
        assertThat(receipt.getLong("at")).isEqualTo(16);
    }

    @Test
    void creatingTheSchemaAgainKeepsWhatIsThere() {
        stores().writer().write(List.of(talk.wrote(5, talk.alice(), 1, "hello")));

        assertThatCode(() -> schema(CassandraStores.CONTEXT).create(1)).doesNotThrowAnyException();
        assertThat(stores().messages().after(talk.id(), 0, 10)).hasSize(1);
    }

    @Test
    void aKeyspaceOfAnEarlierVersionIsRefused() {
        Map<String, Object> settings = new HashMap<>(CassandraStores.address());
        settings.put("parley.cassandra.keyspace", "earlier");
        // Not the session for all tests: while its connection to a Cassandra that was away is not back, it hears of no
        // new tables.
        try (AnnotationConfigApplicationContext context = CassandraStores.over(settings)) {
            context.getBean(CqlSession.class)
                    .execute(
                            "CREATE KEYSPACE earlier WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");

            assertThatThrownBy(() -> schema(context).create(1))
                    .hasMessageContainingAll("keyspace earlier", "earlier version of Parley", "Drop the keyspace");
        }
    }

    private static HistorySchema schema(AnnotationConfigApplicationContext context) {
        return context.getBean(HistorySchema.class);
    }

    @Test
    void theNextGenerationGrowsBesideTheOneThatIsRead() {
        HistoryKeyspace keyspace =
                CassandraStores.keyspace(schema(CassandraStores.CONTEXT).create(2));
        HistoryWriter next = new CassandraHistoryWriter(keyspace);
        int queue = 9;

        next.write(List.of(talk.wrote(5, talk.alice(), 1, "hello")));
        next.checkpoints().advance(queue, 5);

        assertThat(stores().messages().after(talk.id(), 0, 10)).isEmpty();
        assertThat(stores().checkpoints().reached(queue)).isZero();
        assertThat(next.checkpoints().reached(queue)).isEqualTo(5);
        assertThat(new CassandraMessages(keyspace).newest(Map.of(talk.id(), 1L)))
                .containsEntry(talk.id(), talk.message(5, 1, "hello"));
    }

    @Test
    void aPositionThatCannotBeStampedIsTheEventsOwnFault() {
        assertThatThrownBy(() -> stores().writer().write(List.of(talk.wrote(Long.MAX_VALUE, talk.alice(), 1, "x"))))
                .isInstanceOf(ArithmeticException.class);
    }
}
