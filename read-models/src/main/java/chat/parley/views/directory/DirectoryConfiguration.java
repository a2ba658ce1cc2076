package chat.parley.views.directory;

import chat.parley.database.Schema;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory over the context's {@link DataSource}, whose schema must be current. */
@Configuration(proxyBeanMethods = false)
public class DirectoryConfiguration {

    /** Exists once the schema is current: what reads or writes the directory asks for it. */
    record DirectorySchema(DataSource dataSource) {}

    @Bean
    DirectorySchema directorySchema(DataSource dataSource) {
        Schema.DIRECTORY.requireCurrent(dataSource);
        return new DirectorySchema(dataSource);
    }

    @Bean
    UserDirectory userDirectory(DirectorySchema schema) {
        return new PostgresUserDirectory(JdbcClient.create(schema.dataSource()));
    }

    /** Both the writer and its checkpoints: they share a transaction. */
    @Bean
    PostgresDirectoryWriter directoryWriter(DirectorySchema schema, PlatformTransactionManager transactions) {
        return new PostgresDirectoryWriter(
                JdbcClient.create(schema.dataSource()), new TransactionTemplate(transactions));
    }
}
