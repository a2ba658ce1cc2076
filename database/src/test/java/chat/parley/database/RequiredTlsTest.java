package chat.parley.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;

/** Through the start of an application, which comes to nothing before it has connected to anything. */
class RequiredTlsTest {

    private final Map<String, Object> settings = new HashMap<>(Map.of(
            "parley.require-tls", "true",
            "spring.datasource.url", "jdbc:postgresql://db.example:5432/parley?user=x&sslmode=verify-full",
            "spring.rabbitmq.addresses", "mq.example:5671",
            "spring.rabbitmq.ssl.enabled", "true",
            "spring.data.redis.url", "rediss://:secret@redis.example:6379",
            "spring.cassandra.contact-points", "cassandra.example:9042",
            "spring.cassandra.ssl.bundle", "stores"));

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    private ThrowingCallable start() {
        return () -> {
            SpringApplication application = new SpringApplication(Nothing.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.setDefaultProperties(settings);
            application.run().close();
        };
    }

    @Test
    void withTlsToEveryStoreItStarts() {
        assertThatCode(start()).doesNotThrowAnyException();
    }

    @Test
    void whereItIsNotAskedForItStartsWithout() {
        settings.keySet().removeIf(name -> name.contains("ssl") || name.equals("parley.require-tls"));
        settings.put("spring.data.redis.url", "redis://redis.example");
        assertThatCode(start()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, jdbc:postgresql://db.example/parley?sslmode=require, PostgreSQL: spring.datasource.url",
        "spring.rabbitmq.ssl.enabled, false, RabbitMQ: spring.rabbitmq.ssl.enabled",
        "spring.rabbitmq.ssl.verify-hostname, false, RabbitMQ: its certificate is not verified",
        "spring.rabbitmq.ssl.validate-server-certificate, false, RabbitMQ: its certificate is not verified",
        "spring.data.redis.url, redis://redis.example:6379, Redis: spring.data.redis.url",
        "spring.cassandra.ssl.bundle, '', Cassandra: spring.cassandra.ssl.bundle",
        "spring.cassandra.ssl.enabled, false, Cassandra: spring.cassandra.ssl.bundle"
    })
    void withoutItForOneStoreItDoesNotStartAndSaysWhichSettingIsMissing(String setting, String value, String said) {
        settings.put(setting, value);
        assertThatThrownBy(start())
                .hasMessageContaining("parley.require-tls is set")
                .hasMessageContaining(said);
    }

    @Test
    void allThatIsMissingIsSaidAtOnceAndNoPassword() {
        settings.keySet().removeIf(name -> name.contains("ssl"));
        settings.put("spring.data.redis.url", "redis://:secret@redis.example");
        settings.put("spring.datasource.url", "jdbc:postgresql://db.example/parley?password=secret");
        assertThatThrownBy(start())
                .hasMessageContaining("PostgreSQL")
                .hasMessageContaining("RabbitMQ")
                .hasMessageContaining("Redis")
                .hasMessageContaining("Cassandra")
                .hasMessageNotContaining("secret");
    }
}
