package chat.parley.views.directory;

import org.springframework.jdbc.core.simple.JdbcClient;

final class PostgresDirectoryCheckpoints implements DirectoryCheckpoints {

    private final JdbcClient jdbc;
    private final String reached;

    PostgresDirectoryCheckpoints(DirectorySchema schema) {
        this.jdbc = schema.jdbc();
        this.reached = schema.sql("SELECT position FROM %s.checkpoint WHERE queue = ?");
    }

    @Override
    public long reached(int queue) {
        return Postgres.ask(() ->
                jdbc.sql(reached).param(queue).query(Long.class).optional().orElse(0L));
    }
}
