package chat.parley.log;

import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Part;
import chat.parley.infrastructure.testing.TestInfrastructure;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

/** The log as a service holds it: one context over a PostgreSQL, by default the one that all tests of the JVM share. */
final class LogContext {

    private LogContext() {}

    static ApplicationContextRunner runner() {
        return runner(TestInfrastructure.with(Part.POSTGRESQL).addresses().postgresql());
    }

    static ApplicationContextRunner runner(Address.Postgresql postgresql) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class))
                .withConfiguration(UserConfigurations.of(EventLogConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + postgresql.jdbcUrl(),
                        "spring.datasource.username=" + postgresql.user(),
                        "spring.datasource.password=" + postgresql.password(),
                        "spring.datasource.hikari.connection-timeout=3000");
    }
}
