package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One data folder through everything that may happen to it. */
class SurvivalTest {
    private static final Set<Component> ALL = EnumSet.allOf(Component.class);

    @TempDir
    Path parent;

    @Test
    void dataSurvivesStopsKillsAndTakenPorts() throws Exception {
        Addresses first = leaveTraces();
        try (EmbeddedInfrastructure again = start()) {
            assertThat(again.addresses()).isEqualTo(first);
            findTraces(again.addresses());
            for (Component part : ALL) {
                again.kill(part);
                again.restart(part);
            }
            assertThat(again.addresses()).isEqualTo(first);
            findTraces(again.addresses());
        }
        startsElsewhereWhenItsPortsAreTaken();
    }

    private Addresses leaveTraces() throws Exception {
        EmbeddedInfrastructure infrastructure = start();
        for (Component part : ALL) {
            Traces.leave(part, infrastructure.addresses());
        }
        assertThat(parent.resolve("data/secrets.properties").toFile()).exists();
        assertThat(Files.getPosixFilePermissions(parent.resolve("data/secrets.properties")))
                .hasSize(2);
        Instant begin = Instant.now();
        infrastructure.close();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(6));
        return infrastructure.addresses();
    }

    private void startsElsewhereWhenItsPortsAreTaken() throws Exception {
        List<ServerSocket> takers = takeEveryPort();
        try (EmbeddedInfrastructure elsewhere = start()) {
            findTraces(elsewhere.addresses());
        } finally {
            for (ServerSocket taker : takers) {
                taker.close();
            }
        }
    }

    @Test
    void startsAfterItsProcessWasKilledAndLeftItsChildrenBehind() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartAndStay.class.getName(),
                        data().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = other.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            assertThatThrownBy(this::start)
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining(data().toString())
                    .hasMessageContaining("process " + other.pid());
        } finally {
            other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        try (EmbeddedInfrastructure again = start()) {
            findTraces(again.addresses());
        }
    }

    private EmbeddedInfrastructure start() throws ComponentFailed {
        return EmbeddedInfrastructure.start(data(), ALL, Map.of(), new RecordedProgress());
    }

    private Path data() {
        return parent.resolve("data");
    }

    private static void findTraces(Addresses addresses) throws Exception {
        for (Component part : ALL) {
            Traces.find(part, addresses);
        }
    }

    private List<ServerSocket> takeEveryPort() throws IOException {
        Properties ports = new Properties();
        try (var reader = Files.newBufferedReader(data().resolve("ports.properties"))) {
            ports.load(reader);
        }
        List<ServerSocket> takers = new ArrayList<>();
        for (Object port : ports.values()) {
            takers.add(new ServerSocket(Integer.parseInt((String) port), 1, InetAddress.getLoopbackAddress()));
        }
        return takers;
    }
}
