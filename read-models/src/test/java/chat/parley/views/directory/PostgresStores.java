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

    static final JdbcClient JDBC;
    static final PostgresUserDirectory DIRECTORY;
    static final PostgresDirectoryWriter WRITER;

    static {
        Address.Postgresql address =
                TestInfrastructure.with(Part.POSTGRESQL).addresses().postgresql();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(address.jdbcUrl());
        dataSource.setUser(address.user());
        dataSource.setPassword(address.password());
        JDBC = JdbcClient.create(
                new DirectoryConfiguration().directorySchema(dataSource).dataSource());
        DIRECTORY = new PostgresUserDirectory(JDBC);
        WRITER = new PostgresDirectoryWriter(
                JDBC, new TransactionTemplate(new DataSourceTransactionManager(dataSource)));
    }

    private PostgresStores() {}

    static void empty() {
        JDBC.sql("TRUNCATE directory.user_entry, directory.user_term, directory.checkpoint")
                .update();
    }
}
