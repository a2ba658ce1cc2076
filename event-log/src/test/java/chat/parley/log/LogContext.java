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

/** The log as a service holds it: one context over the PostgreSQL that all tests of the JVM share. */
final class LogContext {

    static final String MASTER = "bWFzdGVyLW1hc3Rlci1tYXN0ZXItbWFzdGVyLW1hc3Q";

    private LogContext() {}

    static ApplicationContextRunner runner() {
        Address.Postgresql postgresql =
                TestInfrastructure.with(Part.POSTGRESQL).addresses().postgresql();
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
                        "parley.secret.master=" + MASTER);
    }
}
