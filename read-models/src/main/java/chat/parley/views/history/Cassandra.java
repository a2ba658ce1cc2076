package chat.parley.views.history;

import chat.parley.views.ViewUnavailable;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One keyspace, with statements in flight side by side, and the driver's failures told apart. */
final class Cassandra implements AutoCloseable {

    private final CqlSession session;
    private final String keyspace;

    Cassandra(CqlSession session, String keyspace) {
        this.session = session;
        this.keyspace = keyspace;
    }

    CqlSession session() {
        return session;
    }

    /** @param cql with {@code %s} where the keyspace goes */
    PreparedStatement prepare(String cql) {
        return session.prepare(cql.formatted(keyspace));
    }

    /** All rows; for statements that bound their answer themselves. */
    List<Row> rows(BoundStatement statement) {
        try {
            return session.execute(statement).all();
        } catch (DriverException e) {
            throw translated(e);
        }
    }

    /** The first row, if there is one, on its way. */
    CompletableFuture<Optional<Row>> first(BoundStatement statement) {
        return session.executeAsync(statement)
                .thenApply(rows -> Optional.ofNullable(rows.one()))
                .toCompletableFuture();
    }

    /** All rows, on their way; for statements that bound their answer themselves. */
    CompletableFuture<List<Row>> all(BoundStatement statement) {
        return session.executeAsync(statement).toCompletableFuture().thenCompose(rows -> following(rows, taken(rows)));
    }

    private static List<Row> taken(AsyncResultSet rows) {
        List<Row> page = new ArrayList<>();
        rows.currentPage().forEach(page::add);
        return page;
    }

    private static CompletableFuture<List<Row>> following(AsyncResultSet rows, List<Row> before) {
        if (!rows.hasMorePages()) {
            return CompletableFuture.completedFuture(before);
        }
        return rows.fetchNextPage().toCompletableFuture().thenCompose(next -> {
            List<Row> all = new ArrayList<>(before);
            all.addAll(taken(next));
            return following(next, all);
        });
    }

    /** Sends all statements at once, in no order, and returns when all were answered. */
    void writeAll(List<BoundStatement> statements) {
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (Statement<?> request : new SharedRequests(session).of(statements)) {
            answers.add(session.executeAsync(request).toCompletableFuture());
        }
        awaitAll(answers);
    }

    @Override
    public void close() {
        session.close();
    }

    static <T> T await(CompletableFuture<T> answer) {
        awaitAll(List.of(answer));
        return answer.join();
    }

    static void awaitAll(List<? extends CompletableFuture<?>> answers) {
        try {
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DriverException failure ? translated(failure) : e;
        }
    }

    /** A statement the server calls invalid says something about itself; everything else says that Cassandra is not well. */
    private static RuntimeException translated(DriverException e) {
        return e instanceof QueryValidationException ? e : new ViewUnavailable(e);
    }
}
