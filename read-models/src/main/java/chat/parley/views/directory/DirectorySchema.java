package chat.parley.views.directory;

import chat.parley.database.Schema;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The schema of one generation; this bean exists only once it is current.
 *
 * @param name replaces {@code %s} in statements
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
