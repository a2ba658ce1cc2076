package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GivenAddressTest {
    @TempDir
    Path folder;

    @Test
    void nothingIsStartedForAPartWhoseAddressIsGiven() throws Exception {
        Map<Component, String> given = new EnumMap<>(Component.class);
        for (Component part : Component.values()) {
            given.put(part, part.addressForm());
        }
        RecordedProgress progress = new RecordedProgress();

        try (var infrastructure =
                EmbeddedInfrastructure.start(folder, EnumSet.allOf(Component.class), given, progress)) {
            Addresses addresses = infrastructure.addresses();
            assertThat(addresses.postgresql())
                    .isEqualTo(new Address.Postgresql("jdbc:postgresql://host:5432/database", "user", "password"));
            assertThat(addresses.redis()).isEqualTo(new Address.Redis(URI.create("redis://:password@host:6379")));
            assertThat(addresses.cassandra())
                    .isEqualTo(new Address.Cassandra(URI.create("cassandra://user:password@host:9042/datacenter")));
            assertThat(addresses.rabbitmq().uri()).isEqualTo(URI.create("amqp://user:password@host:5672/vhost"));
            assertThat(addresses.objectStore())
                    .isEqualTo(new Address.ObjectStore(URI.create("http://host:9000"), "access-key", "secret-key"));
        }
        assertThat(progress.lines)
                .hasSize(Component.values().length)
                .allSatisfy(line -> assertThat(line)
                        .contains(" given at ")
                        .doesNotContain("password")
                        .doesNotContain("secret"));
        assertThat(Files.exists(folder.resolve("logs"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Component.class)
    void anUnreadableAddressIsRefusedWithItsFormAndWithoutItsSecret(Component part) {
        for (String wrong : new String[] {"nonsense", "ftp://user:hidden@host:1/x", "%%%hidden", ""}) {
            assertThatThrownBy(() -> GivenAddress.parse(part, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(part.variable())
                    .hasMessageContaining(part.addressForm())
                    .hasMessageNotContaining("hidden");
        }
    }

    @Test
    void addressesAreReadFromTheEnvironment() {
        Map<String, String> environment = Map.of("PARLEY_RABBITMQ_URI", " amqp://host ", "PARLEY_REDIS_URI", "");

        assertThat(Component.givenIn(environment)).isEqualTo(Map.of(Component.RABBITMQ, "amqp://host"));
    }

    @Test
    void anAddressOfRabbitmqIsTakenApartAndDecoded() {
        var given = (Address.Rabbitmq) GivenAddress.parse(Component.RABBITMQ, "amqps://user:p%40ss@host/%2F");

        assertThat(given.properties())
                .isEqualTo(Map.of(
                        "spring.rabbitmq.addresses", "host",
                        "spring.rabbitmq.username", "user",
                        "spring.rabbitmq.password", "p@ss",
                        "spring.rabbitmq.virtual-host", "/",
                        "spring.rabbitmq.ssl.enabled", true));
    }

    @Test
    void anAddressOfCassandraIsTakenApartAndDecoded() {
        var given =
                (Address.Cassandra) GivenAddress.parse(Component.CASSANDRA, "cassandra://user:p%40ss@host/datacenter");

        assertThat(given.properties())
                .isEqualTo(Map.of(
                        "spring.cassandra.contact-points", "host:9042",
                        "spring.cassandra.local-datacenter", "datacenter",
                        "spring.cassandra.username", "user",
                        "spring.cassandra.password", "p@ss"));
    }
}
