package chat.parley.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.testing.TlsServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.AmqpException;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Who is not the broker that was named gets nothing, and so no password either. */
class BrokerTlsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void theProtocolIsBegunWithTheHostTheCertificateIsFor() throws Exception {
        assertThat(whatArrives("localhost", true)).succeedsWithin(TIMEOUT).isEqualTo((int) 'A');
    }

    @Test
    void nothingIsSentWhereTheCertificateIsForAnotherHost() throws Exception {
        assertNothing(whatArrives("elsewhere", true));
    }

    @Test
    void nothingIsSentToWhoeverSignedTheirCertificateThemselves() throws Exception {
        assertNothing(whatArrives("localhost", false));
    }

    private static void assertNothing(CompletableFuture<Integer> first) {
        assertThat(first)
                .failsWithin(TIMEOUT)
                // The client ends it, of which the server may only see that the connection is gone.
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IOException.class);
    }

    /** The first byte at a server that shows a certificate for this host, which the service trusts or not. */
    private CompletableFuture<Integer> whatArrives(String host, boolean isTrusted) throws Exception {
        try (TlsServer server = TlsServer.withCertificateFor(host, folder)) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("spring.rabbitmq.addresses", "localhost:" + server.port());
            settings.put("spring.rabbitmq.connection-timeout", "5s");
            settings.put("spring.rabbitmq.ssl.enabled", true);
            if (isTrusted) {
                settings.putAll(server.trustedBy("rabbitmq"));
                settings.put("spring.rabbitmq.ssl.bundle", "rabbitmq");
            }
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RabbitAutoConfiguration.class))
                    .withPropertyValues(settings.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .toArray(String[]::new))
                    .withUserConfiguration(DistributionConfiguration.class)
                    .run(context -> assertThatThrownBy(() ->
                                    context.getBean(Broker.class).consumers().createConnection())
                            .isInstanceOf(AmqpException.class));
            return server.firstByte();
        }
    }
}
