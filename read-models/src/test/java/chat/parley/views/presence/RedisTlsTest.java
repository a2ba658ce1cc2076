package chat.parley.views.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.views.ViewUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS a trusted certificate is not enough: it has to be for the host that was named. */
class RedisTlsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String PASSWORD = "password";

    @TempDir
    Path folder;

    @Test
    void commands_are_sent_to_the_host_the_certificate_is_for() throws Exception {
        assertThat(whatArrives("localhost")).succeedsWithin(TIMEOUT).isEqualTo((int) '*');
    }

    @Test
    void nothing_is_sent_where_the_certificate_is_for_another_host() throws Exception {
        assertThat(whatArrives("elsewhere"))
                .failsWithin(TIMEOUT)
                .withThrowableOfType(Exception.class)
                .withStackTraceContaining("SSLHandshakeException");
    }

    /** The first byte a server receives that shows a certificate for this host. It never answers. */
    private CompletableFuture<Integer> whatArrives(String host) throws Exception {
        Path store = certificateFor(host);
        try (SSLServerSocket server = listening(store)) {
            CompletableFuture<Integer> arrived = CompletableFuture.supplyAsync(() -> firstByte(server));
            Map<String, Object> settings = Map.of(
                    "spring.data.redis.host",
                    "localhost",
                    "spring.data.redis.port",
                    server.getLocalPort(),
                    "spring.data.redis.ssl.bundle",
                    "redis",
                    "spring.ssl.bundle.jks.redis.truststore.location",
                    store.toUri(),
                    "spring.ssl.bundle.jks.redis.truststore.password",
                    PASSWORD);
            try (RedisStores stores = RedisStores.over(settings, RedisStores.LONG, TIMEOUT)) {
                assertThatThrownBy(() -> stores.tickets().redeem("a ticket")).isInstanceOf(ViewUnavailable.class);
            }
            return arrived;
        }
    }

    private static int firstByte(SSLServerSocket server) {
        try (var socket = server.accept()) {
            return socket.getInputStream().read();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private Path certificateFor(String host) throws IOException, InterruptedException {
        Path store = folder.resolve(host + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "redis",
                "-keyalg",
                "EC",
                "-dname",
                "CN=redis",
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString());
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        assertThat(exit).isZero();
        return store;
    }

    private static SSLServerSocket listening(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
    }
}
