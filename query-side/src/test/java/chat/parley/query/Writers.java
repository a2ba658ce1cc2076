package chat.parley.query;

import chat.parley.database.Role;
import chat.parley.infrastructure.Address;
import chat.parley.log.EventLogConfiguration;
import chat.parley.testing.TestDatabase;
import chat.parley.views.directory.DirectoryConfiguration;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The command side and the projections, which write in PostgreSQL what the query side may only read. */
final class Writers {

    private static final ConfigurableApplicationContext CONTEXT = start();

    private Writers() {}

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    private static ConfigurableApplicationContext start() {
        Address.Postgresql postgresql = TestDatabase.shared().as(Role.STANDALONE);
        return new SpringApplicationBuilder(Writing.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.datasource.url", postgresql.jdbcUrl(),
                        "spring.datasource.username", postgresql.user(),
                        "spring.datasource.password", postgresql.password(),
                        "parley.secret.master", QueryService.secret('m')))
                .run();
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @Import({EventLogConfiguration.class, DirectoryConfiguration.class})
    static class Writing {}
}
