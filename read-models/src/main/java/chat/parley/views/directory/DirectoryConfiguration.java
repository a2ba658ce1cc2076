package chat.parley.views.directory;

import chat.parley.views.ViewSettings;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory over the context's {@link DataSource}, whose schema must be current. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewSettings.class)
public class DirectoryConfiguration {

    /** The generation that is read. */
    @Bean
    DirectorySchema directorySchema(DataSource dataSource, ViewSettings views) {
        return DirectorySchema.current(dataSource, views.directory().read());
    }

    @Bean
    UserDirectory userDirectory(DirectorySchema schema) {
        return new PostgresUserDirectory(schema);
    }

    @Bean
    DirectoryCheckpoints directoryCheckpoints(DirectorySchema schema) {
        return new PostgresDirectoryCheckpoints(schema);
    }

    /** Into the generation that is written. */
    @Bean
    DirectoryWriter directoryWriter(
            DirectorySchema schema, ViewSettings views, PlatformTransactionManager transactions) {
        int written = views.directory().written();
        return new PostgresDirectoryWriter(
                written == views.directory().read() ? schema : DirectorySchema.current(schema.dataSource(), written),
                new TransactionTemplate(transactions));
    }
}
