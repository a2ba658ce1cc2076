package chat.parley.views.directory;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory over the context's {@link DataSource}; its schema is brought up to date first. */
@Configuration(proxyBeanMethods = false)
public class DirectoryConfiguration {

    /** Exists once the schema is current: what reads or writes the directory asks for it. */
    record DirectorySchema(DataSource dataSource) {}

    @Bean
    DirectorySchema directorySchema(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("directory")
                .locations("classpath:db/directory")
                .load()
                .migrate();
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
