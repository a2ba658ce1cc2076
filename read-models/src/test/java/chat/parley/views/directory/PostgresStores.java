package chat.parley.views.directory;

import chat.parley.database.Role;
import chat.parley.testing.TestDatabase;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory over a real PostgreSQL. */
final class PostgresStores {

    static final JdbcClient JDBC;
    static final PostgresUserDirectory DIRECTORY;
    static final PostgresDirectoryWriter WRITER;

    static {
        DataSource dataSource = TestDatabase.shared().as(Role.PROJECTIONS).dataSource();
        DirectorySchema schema = DirectorySchema.current(dataSource, 1);
        JDBC = schema.jdbc();
        DIRECTORY = new PostgresUserDirectory(schema);
        WRITER = new PostgresDirectoryWriter(
                schema, new TransactionTemplate(new DataSourceTransactionManager(dataSource)));
    }

    private PostgresStores() {}

    static void empty() {
        TestDatabase.shared()
                .asSuperuser(
                        "TRUNCATE directory_1.user_entry, directory_1.user_term, directory_1.user_findable, directory_1.user_status, directory_1.user_avatar, directory_1.checkpoint");
    }
}
