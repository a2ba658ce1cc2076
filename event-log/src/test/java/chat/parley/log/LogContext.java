package chat.parley.log;

import chat.parley.database.Role;
import chat.parley.infrastructure.Address;
import chat.parley.testing.TestDatabase;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

/** The log as the command side holds it: one context over a PostgreSQL, by default the one that all tests of the JVM share. */
public final class LogContext {

    public static final String MASTER = "bWFzdGVyLW1hc3Rlci1tYXN0ZXItbWFzdGVyLW1hc3Q";

    private LogContext() {}

    /** For tests that would disturb others. */
    public static ApplicationContextRunner onADatabaseOfItsOwn() {
        return runner(TestDatabase.empty().migrated().as(Role.COMMAND));
    }

    public static ApplicationContextRunner runner() {
        return runner(TestDatabase.shared().as(Role.COMMAND));
    }

    public static ApplicationContextRunner runner(Address.Postgresql postgresql) {
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
                        "spring.datasource.hikari.connection-timeout=3000",
                        "parley.secret.master=" + MASTER);
    }
}
