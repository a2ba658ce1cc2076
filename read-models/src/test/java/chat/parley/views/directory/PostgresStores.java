package chat.parley.views.directory;

import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Part;
import chat.parley.infrastructure.testing.TestInfrastructure;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory over a real PostgreSQL. */
final class PostgresStores {

    static final PGSimpleDataSource DATA_SOURCE = dataSource();
    static final JdbcClient JDBC;
    static final PostgresUserDirectory DIRECTORY;
    static final PostgresDirectoryWriter WRITER;

    static {
        DirectorySchema schema = DirectorySchema.migrated(DATA_SOURCE, 1);
        JDBC = schema.jdbc();
        DIRECTORY = new PostgresUserDirectory(schema);
        WRITER = new PostgresDirectoryWriter(
                schema, new TransactionTemplate(new DataSourceTransactionManager(DATA_SOURCE)));
    }

    private PostgresStores() {}

    private static PGSimpleDataSource dataSource() {
        Address.Postgresql address =
                TestInfrastructure.with(Part.POSTGRESQL).addresses().postgresql();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(address.jdbcUrl());
        dataSource.setUser(address.user());
        dataSource.setPassword(address.password());
        return dataSource;
    }

    static void empty() {
        JDBC.sql("TRUNCATE directory_1.user_entry, directory_1.user_term, directory_1.checkpoint")
                .update();
    }
}
