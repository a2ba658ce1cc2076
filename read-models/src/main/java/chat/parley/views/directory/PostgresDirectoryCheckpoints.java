package chat.parley.views.directory;

import chat.parley.views.Checkpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

final class PostgresDirectoryCheckpoints implements DirectoryCheckpoints {

    private final JdbcClient jdbc;
    private final String select;

    PostgresDirectoryCheckpoints(DirectorySchema schema) {
        this.jdbc = schema.jdbc();
        this.select = schema.sql("SELECT position, stored FROM %s.checkpoint WHERE queue = ?");
    }

    @Override
    public Checkpoint of(int queue) {
        return PostgresFailures.ask(() -> jdbc.sql(select)
                .param(queue)
                .query((row, _) -> new Checkpoint(row.getLong("position"), row.getLong("stored")))
                .optional()
                .orElse(Checkpoint.at(0)));
    }
}
