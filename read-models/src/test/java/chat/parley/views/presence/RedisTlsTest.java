package chat.parley.views.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.testing.TlsServer;
import chat.parley.views.ViewUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS a trusted certificate is not enough: it has to be for the host that was named. */
class RedisTlsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    @Test
    void commandsAreSentToTheHostTheCertificateIsFor() throws Exception {
        assertThat(whatArrives("localhost")).succeedsWithin(TIMEOUT).isEqualTo((int) '*');
    }

    @Test
    void nothingIsSentWhereTheCertificateIsForAnotherHost() throws Exception {
        assertThat(whatArrives("elsewhere"))
                .failsWithin(TIMEOUT)
                // The client ends it, of which the server may only see that the connection is gone.
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IOException.class);
    }

    /** The first byte at a server that shows a certificate for this host. */
    private CompletableFuture<Integer> whatArrives(String host) throws Exception {
        try (TlsServer server = TlsServer.withCertificateFor(host, folder)) {
            Map<String, Object> settings = new HashMap<>(server.trustedBy("redis"));
            settings.put("spring.data.redis.host", "localhost");
            settings.put("spring.data.redis.port", server.port());
            settings.put("spring.data.redis.ssl.bundle", "redis");
            try (RedisStores stores = RedisStores.over(settings, RedisStores.LONG, TIMEOUT)) {
                assertThatThrownBy(() -> stores.tickets().redeem("a ticket")).isInstanceOf(ViewUnavailable.class);
            }
            return server.firstByte();
        }
    }
}
