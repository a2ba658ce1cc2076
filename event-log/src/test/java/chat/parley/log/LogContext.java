package chat.parley.log;

import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Part;
import chat.parley.infrastructure.testing.TestInfrastructure;
import java.util.UUID;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The log as a service holds it: one context over a PostgreSQL, by default the one that all tests of the JVM share. */
final class LogContext {

    static final String MASTER = "bWFzdGVyLW1hc3Rlci1tYXN0ZXItbWFzdGVyLW1hc3Q";

    private LogContext() {}

    /** For what would disturb the others. */
    static ApplicationContextRunner onADatabaseOfItsOwn() {
        Address.Postgresql postgresql = postgresql();
        String name = "log_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(new DriverManagerDataSource(postgresql.jdbcUrl(), postgresql.user(), postgresql.password()))
                .sql("CREATE DATABASE " + name)
                .update();
        return runner().withPropertyValues(
                        "spring.datasource.url=" + postgresql.jdbcUrl().replaceFirst("/[^/]+$", "/" + name));
    }

    private static Address.Postgresql postgresql() {
        return TestInfrastructure.with(Part.POSTGRESQL).addresses().postgresql();
    }

    static ApplicationContextRunner runner() {
        return runner(postgresql());
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
                        "spring.datasource.hikari.connection-timeout=3000",
                        "parley.secret.master=" + MASTER);
    }
}
