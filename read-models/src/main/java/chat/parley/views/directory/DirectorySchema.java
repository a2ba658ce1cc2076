package chat.parley.views.directory;

import chat.parley.database.Schema;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The schema of one generation, current once this exists.
 *
 * @param name what its statements have in place of {@code %s}
 */
record DirectorySchema(DataSource dataSource, String name) {

    static DirectorySchema current(DataSource dataSource, int generation) {
        if (generation == 1) {
            Schema.DIRECTORY.requireCurrent(dataSource);
        }
        return new DirectorySchema(dataSource, "directory_" + generation);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    String sql(String statement) {
        return statement.replace("%s", name);
    }
}
