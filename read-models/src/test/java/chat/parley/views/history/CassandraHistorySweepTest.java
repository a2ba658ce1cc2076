package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CassandraHistorySweepTest extends HistorySweepContract {

    @Override
    HistoryStores stores() {
        return CassandraStores.STORES;
    }

    @Test
    void a_forgotten_text_gives_way_only_to_what_is_newer_than_the_erasure() {
        Talk talk = Talk.any();
        stores().writer().write(List.of(talk.wrote(2, talk.alice(), 1, "a secret")));
        stores().sweep().forget(talk.alice(), List.of(talk.id()), 9);

        write(talk, 17);
        assertThat(text(talk).isNull("text")).isTrue();
        write(talk, 18);
        assertThat(text(talk).isNull("text")).isTrue();
        write(talk, 19);
        assertThat(text(talk).getLong("stamp")).isEqualTo(19);
    }

    private static void write(Talk talk, long stamp) {
        CassandraStores.SESSION.execute(SimpleStatement.newInstance(
                "UPDATE parley.message USING TIMESTAMP ? SET text = 'late'"
                        + " WHERE conversation = ? AND bucket = 0 AND number = 1 AND sequence = 1",
                stamp,
                talk.id().value()));
    }

    private static Row text(Talk talk) {
        return Objects.requireNonNull(CassandraStores.SESSION
                .execute(SimpleStatement.newInstance(
                        "SELECT text, WRITETIME(text) AS stamp FROM parley.message WHERE conversation = ? AND bucket = 0",
                        talk.id().value()))
                .one());
    }
}
