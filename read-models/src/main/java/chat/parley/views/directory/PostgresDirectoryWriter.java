package chat.parley.views.directory;

import chat.parley.views.Checkpoint;
import chat.parley.events.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

final class PostgresDirectoryWriter implements DirectoryWriter, DirectoryCheckpoints {

    private static final String UPSERT = """
            INSERT INTO directory.user_entry AS e (id, username, display_name, position) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
              SET username = excluded.username, display_name = excluded.display_name, position = excluded.position
              WHERE e.position < excluded.position""";

    private static final String FORGET = """
            INSERT INTO directory.user_entry AS e (id, position, erased) VALUES (?, ?, true)
            ON CONFLICT (id) DO UPDATE
              SET username = NULL, display_name = NULL, erased = true, position = excluded.position
              WHERE e.position < excluded.position""";

    private static final String ADVANCE = """
            INSERT INTO directory.checkpoint AS c (queue, position, stored) VALUES (?, ?, ?)
            ON CONFLICT (queue) DO UPDATE
              SET position = greatest(c.position, excluded.position), stored = greatest(c.stored, excluded.stored)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    PostgresDirectoryWriter(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void write(List<DirectoryChange> changes) {
        inTransaction(() -> changes.forEach(this::write));
    }

    @Override
    public void write(List<DirectoryChange> changes, int queue, Checkpoint reached) {
        inTransaction(() -> {
            changes.forEach(this::write);
            jdbc.sql(ADVANCE)
                    .params(queue, reached.position(), reached.stored())
                    .update();
        });
    }

    @Override
    public void forget(UserId user, long position) {
        inTransaction(() -> {
            jdbc.sql(FORGET).params(user.value(), position).update();
            jdbc.sql("DELETE FROM directory.user_term WHERE id = ?")
                    .param(user.value())
                    .update();
        });
    }

    @Override
    public Checkpoint of(int queue) {
        return Postgres.ask(() -> jdbc.sql("SELECT position, stored FROM directory.checkpoint WHERE queue = ?")
                .param(queue)
                .query((row, _) -> new Checkpoint(row.getLong("position"), row.getLong("stored")))
                .optional()
                .orElse(Checkpoint.at(0)));
    }

    private void write(DirectoryChange change) {
        DirectoryEntry entry = change.entry();
        UUID id = entry.user().value();
        int newer = jdbc.sql(UPSERT)
                .params(id, entry.username(), entry.displayName(), change.position())
                .update();
        if (newer == 0) {
            return;
        }
        jdbc.sql("DELETE FROM directory.user_term WHERE id = ?").param(id).update();
        jdbc.sql("INSERT INTO directory.user_term (term, id) SELECT term, ? FROM unnest(?::text[]) term")
                .params(id, Terms.of(entry).toArray(String[]::new))
                .update();
    }

    private void inTransaction(Runnable work) {
        Postgres.ask(() -> {
            transactions.executeWithoutResult(_ -> work.run());
            return 0;
        });
    }
}
