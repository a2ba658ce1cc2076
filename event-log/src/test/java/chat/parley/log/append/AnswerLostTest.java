package chat.parley.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.InterceptedDataSource;
import chat.parley.log.LogContext;
import chat.parley.log.LogUnavailable;
import chat.parley.log.NewEvent;
import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import chat.parley.log.row.EventCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The connection breaks at the worst moments, and the caller is still told the truth. */
class AnswerLostTest {

    private interface Story {
        void tell(EventLog log, DataSource dataSource, EventCodec codec);
    }

    private static void withLog(Story story) {
        LogContext.runner()
                .run(context -> story.tell(
                        context.getBean(EventLog.class),
                        context.getBean(DataSource.class),
                        context.getBean(EventCodec.class)));
    }

    private static UnitOfWork unit(EventCodec codec, NewEvent... events) {
        return UnitOfWork.of(List.of(events), codec).getFirst();
    }

    /** Breaks the connection around the first few appends. */
    private record Breaking(AtomicInteger times, boolean afterCommit) implements InterceptedDataSource.Interception {

        @Override
        public void before(String sql, Connection connection) throws SQLException {
            if (!afterCommit) {
                breakIfAppend(sql, connection);
            }
        }

        @Override
        public void after(String sql, Connection connection) throws SQLException {
            if (afterCommit) {
                breakIfAppend(sql, connection);
            }
        }

        private void breakIfAppend(String sql, Connection connection) throws SQLException {
            if (sql.contains("INSERT INTO log.event") && times.getAndDecrement() > 0) {
                connection.abort(Runnable::run);
                throw new SQLException("the connection broke", "08006");
            }
        }
    }

    private static List<Outcome> write(EventLog log, DataSource dataSource, Breaking breaking, UnitOfWork... units) {
        try (BatchWriter writer = new BatchWriter(new InterceptedDataSource(dataSource, breaking), log.id())) {
            return writer.write(List.of(units));
        }
    }

    @Test
    void whatWasCommittedBeforeTheAnswerGotLostIsAcknowledgedAndNotRecordedTwice() {
        withLog((log, dataSource, codec) -> {
            Examples one = Examples.ofTwo();
            Examples two = Examples.ofTwo();
            long before = log.append(List.of(two.started())).getLast().position();
            List<Outcome> outcomes = write(
                    log,
                    dataSource,
                    new Breaking(new AtomicInteger(1), true),
                    unit(codec, one.started(), one.sent(1, "hello")),
                    unit(codec, two.sent(3, "out of sequence")),
                    unit(codec, one.sent(2, "there")));
            List<StoredEvent> recorded = log.readAfter(before, 10);
            assertThat(recorded).hasSize(3);
            assertThat(outcomes.get(0).orThrow()).isEqualTo(recorded.subList(0, 2));
            assertThatThrownBy(() -> outcomes.get(1).orThrow()).isInstanceOf(SequenceConflict.class);
            assertThat(outcomes.get(2).orThrow()).isEqualTo(recorded.subList(2, 3));
        });
    }

    @Test
    void whatNeverReachedPostgresqlIsTriedOnceMore() {
        withLog((log, dataSource, codec) -> {
            Examples two = Examples.ofTwo();
            List<Outcome> outcomes =
                    write(log, dataSource, new Breaking(new AtomicInteger(1), false), unit(codec, two.started()));
            assertThat(outcomes.getFirst().orThrow())
                    .isEqualTo(log.readStream(StreamId.conversation(two.conversation()), 0, 10));
        });
    }

    @Test
    void aConnectionThatBreaksAgainAndAgainIsToldAsUnavailable() {
        withLog((log, dataSource, codec) -> {
            Examples two = Examples.ofTwo();
            List<Outcome> outcomes =
                    write(log, dataSource, new Breaking(new AtomicInteger(2), false), unit(codec, two.started()));
            assertThatThrownBy(() -> outcomes.getFirst().orThrow())
                    .isInstanceOf(LogUnavailable.class)
                    .hasMessageContaining("nothing was recorded");
            assertThat(log.readStream(StreamId.conversation(two.conversation()), 0, 10))
                    .isEmpty();
        });
    }

    @Test
    void whereNobodyCanSayTheCallerIsToldSo() {
        withLog((log, dataSource, codec) -> {
            Examples two = Examples.ofTwo();
            AtomicInteger opened = new AtomicInteger();
            DataSource goingAway = new DelegatingDataSource(dataSource) {
                @Override
                public Connection getConnection() throws SQLException {
                    if (opened.getAndIncrement() > 0) {
                        throw new SQLException("refused", "08001");
                    }
                    return super.getConnection();
                }
            };
            List<Outcome> outcomes =
                    write(log, goingAway, new Breaking(new AtomicInteger(1), true), unit(codec, two.started()));
            assertThatThrownBy(() -> outcomes.getFirst().orThrow())
                    .isInstanceOf(LogUnavailable.class)
                    .hasMessageContaining("not known");
        });
    }
}
