package chat.parley.views.directory;

import chat.parley.database.Role;
import chat.parley.infrastructure.testing.TestDatabase;
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
        JDBC = JdbcClient.create(
                new DirectoryConfiguration().directorySchema(dataSource).dataSource());
        DIRECTORY = new PostgresUserDirectory(JDBC);
        WRITER = new PostgresDirectoryWriter(
                JDBC, new TransactionTemplate(new DataSourceTransactionManager(dataSource)));
    }

    private PostgresStores() {}

    static void empty() {
        TestDatabase.shared().asSuperuser("TRUNCATE directory.user_entry, directory.user_term, directory.checkpoint");
    }
}
