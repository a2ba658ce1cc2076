package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.testing.TlsServer;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What becomes of the settings under {@code spring.cassandra}. */
class CassandraConnectionTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void ofSeveralContactPointsAnyThatAnswersIsTaken() throws Exception {
        Map<String, Object> settings = new HashMap<>(CassandraStores.address());
        settings.computeIfPresent(
                "spring.cassandra.contact-points", (_, there) -> "127.0.0.1:" + nobodysPort() + "," + there);

        try (AnnotationConfigApplicationContext context = CassandraStores.over(settings)) {
            assertThat(context.getBean(ConversationHeads.class).of(List.of())).isEmpty();
        }
    }

    @Test
    void theUserAndThePasswordAreWhatCassandraIsTold() throws Exception {
        try (CqlServer server = new CqlServer()) {
            assertThatItCannotStart(Map.of(
                    "spring.cassandra.contact-points", "localhost:" + server.port(),
                    "spring.cassandra.username", "somebody",
                    "spring.cassandra.password", "a secret"));

            assertThat(server.credentials()).succeedsWithin(TIMEOUT).isEqualTo("\0somebody\0a secret");
        }
    }

    @Test
    void overTlsSomethingIsSentToTheHostTheCertificateIsFor() throws Exception {
        assertThat(whatArrives("localhost"))
                .succeedsWithin(TIMEOUT)
                .satisfies(first -> assertThat(first).isPositive());
    }

    @Test
    void overTlsNothingIsSentWhereTheCertificateIsForAnotherHost() throws Exception {
        assertThat(whatArrives("elsewhere"))
                .failsWithin(TIMEOUT)
                // The client ends it, of which the server may only see that the connection is gone.
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IOException.class);
    }

    /** The first byte at a server that shows a certificate for this host. */
    private CompletableFuture<Integer> whatArrives(String host) throws Exception {
        try (TlsServer server = TlsServer.withCertificateFor(host, folder)) {
            Map<String, Object> settings = new HashMap<>(server.trustedBy("cassandra"));
            settings.put("spring.cassandra.contact-points", "localhost:" + server.port());
            settings.put("spring.cassandra.ssl.bundle", "cassandra");
            assertThatItCannotStart(settings);
            return server.firstByte();
        }
    }

    @Test
    void whoHasWaitedLongEnoughIsToldWhichSettingSaysWhereCassandraIs() throws Exception {
        assertThatItCannotStart(Map.of("spring.cassandra.contact-points", "localhost:" + nobodysPort()));
    }

    private static void assertThatItCannotStart(Map<String, Object> settings) {
        Map<String, Object> impatient = new HashMap<>(settings);
        impatient.put("parley.cassandra.start-timeout", "0s");
        assertThatThrownBy(() -> CassandraStores.over(impatient).close())
                .hasStackTraceContaining("spring.cassandra.contact-points says where it is");
    }

    @Test
    void requestsAreAsThisModuleNeedsThemUnlessSettingsSayOtherwise() {
        DriverExecutionProfile requests = profile(CassandraStores.CONTEXT);
        assertThat(requests.getString(DefaultDriverOption.REQUEST_CONSISTENCY)).isEqualTo("LOCAL_QUORUM");
        assertThat(requests.getBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE))
                .isTrue();
        assertThat(requests.getString(DefaultDriverOption.REQUEST_THROTTLER_CLASS))
                .isEqualTo("ConcurrencyLimitingRequestThrottler");
        assertThat(requests.getDuration(DefaultDriverOption.REQUEST_TIMEOUT)).isEqualTo(Duration.ofSeconds(5));

        Map<String, Object> settings = new HashMap<>(CassandraStores.address());
        settings.put("spring.cassandra.request.timeout", "7s");
        try (AnnotationConfigApplicationContext context = CassandraStores.over(settings)) {
            assertThat(profile(context).getDuration(DefaultDriverOption.REQUEST_TIMEOUT))
                    .isEqualTo(Duration.ofSeconds(7));
        }
    }

    private static DriverExecutionProfile profile(AnnotationConfigApplicationContext context) {
        return context.getBean(CqlSession.class).getContext().getConfig().getDefaultProfile();
    }

    private static int nobodysPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
