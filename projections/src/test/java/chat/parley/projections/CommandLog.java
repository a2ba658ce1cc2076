package chat.parley.projections;

import chat.parley.database.Role;
import chat.parley.infrastructure.Address;
import chat.parley.log.EventLogConfiguration;
import chat.parley.testing.TestDatabase;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The log as the command side has it, which may write what the service under test may only read. */
final class CommandLog {

    private static final ConfigurableApplicationContext CONTEXT = start();

    private CommandLog() {}

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    private static ConfigurableApplicationContext start() {
        Address.Postgresql postgresql = TestDatabase.shared().as(Role.COMMAND);
        return new SpringApplicationBuilder(Log.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.datasource.url", postgresql.jdbcUrl(),
                        "spring.datasource.username", postgresql.user(),
                        "spring.datasource.password", postgresql.password(),
                        "parley.secret.master", Running.INFRASTRUCTURE.secret("master")))
                .run();
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @Import(EventLogConfiguration.class)
    static class Log {}
}
