package chat.parley.views.directory;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The schema of one generation, current once this exists.
 *
 * @param name what its statements have in place of {@code %s}
 */
record DirectorySchema(DataSource dataSource, String name) {

    static DirectorySchema migrated(DataSource dataSource, int generation) {
        String name = "directory_" + generation;
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(name)
                .locations("classpath:db/directory")
                .load()
                .migrate();
        return new DirectorySchema(dataSource, name);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    String sql(String statement) {
        return statement.replace("%s", name);
    }
}
