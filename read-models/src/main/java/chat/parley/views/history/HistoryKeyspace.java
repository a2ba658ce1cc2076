package chat.parley.views.history;

import chat.parley.views.ViewUnavailable;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.dao.DataAccessException;
import org.springframework.data.cassandra.core.convert.CassandraConverter;
import org.springframework.data.cassandra.core.cql.AsyncCqlTemplate;
import org.springframework.data.cassandra.core.cql.RowMapper;

/**
 * The keyspace of one generation: its statements, prepared once and kept (the driver forgets those that nobody holds), and the failures
 * of Cassandra told apart.
 */
final class HistoryKeyspace {

    private final AsyncCqlTemplate cql;
    private final CassandraConverter converter;
    private final String name;

    HistoryKeyspace(AsyncCqlTemplate cql, CassandraConverter converter, String name) {
        this.cql = cql;
        this.converter = converter;
        this.name = name;
    }

    CqlSession session() {
        return Objects.requireNonNull(cql.getSessionFactory()).getSession();
    }

    /** @param statement with {@code %s} where the keyspace goes, here and below */
    PreparedStatement prepare(String statement) {
        return session().prepare(statement.formatted(name));
    }

    <T> Query<T> query(String statement, Class<T> entity) {
        PreparedStatement prepared = prepare(statement);
        RowMapper<T> mapper = (row, _) -> converter.read(entity, row);
        return values -> cql.query(prepared.bind(values), mapper);
    }

    Update update(String statement) {
        PreparedStatement prepared = prepare(statement);
        return values -> cql.execute(prepared.bind(values));
    }

    /** Reads rows of one table; for a statement that bounds its answer itself. */
    interface Query<T> {

        /** All rows, on their way. */
        CompletableFuture<List<T>> all(Object... values);

        /** The first row, if there is one, on its way. */
        default CompletableFuture<Optional<T>> first(Object... values) {
            return all(values).thenApply(rows -> rows.stream().findFirst());
        }
    }

    /** Writes one row. What comes with every message is gathered instead, by {@link CassandraHistoryWriter}. */
    interface Update {

        CompletableFuture<?> send(Object... values);
    }

    static <T> T await(CompletableFuture<T> answer) {
        awaitAll(List.of(answer));
        return answer.join();
    }

    static void awaitAll(List<? extends CompletableFuture<?>> answers) {
        try {
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            Throwable failure =
                    e.getCause() instanceof DataAccessException translated ? translated.getCause() : e.getCause();
            throw failure instanceof DriverException ofCassandra ? toldApart(ofCassandra) : e;
        }
    }

    /** A statement the server calls invalid says something about itself; everything else says that Cassandra is not well. */
    private static RuntimeException toldApart(DriverException e) {
        return e instanceof QueryValidationException ? e : new ViewUnavailable(e);
    }
}
