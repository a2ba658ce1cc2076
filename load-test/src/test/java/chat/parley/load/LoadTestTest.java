package chat.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.standalone.Standalone;
import chat.parley.testing.RaisedLimits;
import chat.parley.testing.TestFolders;
import chat.parley.testing.TestInfrastructure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The generator against the product, briefly. */
class LoadTestTest {

    private static final EmbeddedInfrastructure INFRASTRUCTURE = TestInfrastructure.with(Component.values());

    private static int port;
    private static ConfigurableApplicationContext product;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @BeforeAll
    static void startProduct() {
        port = INFRASTRUCTURE.port("http-" + UUID.randomUUID());
        product = Standalone.context(INFRASTRUCTURE, port, RaisedLimits.properties(), LoadTestTest::managed);
    }

    /** Where the generator looks for it: at the port that the data folder names. */
    private static void managed(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "management", Map.of("management.server.port", INFRASTRUCTURE.port("management"))));
    }

    @AfterAll
    static void stopProduct() {
        product.close();
    }

    private int load(String... arguments) {
        return LoadTest.commandLine(new PrintStream(told, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everythingSentIsAcknowledgedStoredDeliveredAndReadOnce(@TempDir Path folder) {
        Path report = folder.resolve("report.html");

        int status = load(
                "--url",
                "http://localhost:" + port,
                "--rate=20",
                "--seconds=5",
                "--warm-up=1",
                "--pairs=5",
                "--max-p99=60000",
                "--report",
                report.toString());

        assertThat(told())
                .contains(
                        "(poisson, receipts gathered)",
                        "sent 120, acknowledged 120, stored 120, delivered 120, acknowledged+delivered+read 120",
                        "Held: every acknowledged message is stored once");
        assertThat(status).isZero();
        assertThat(report).content().contains("20 messages a second", "<svg");
    }

    @Test
    void idleConnectionsTellWhatEachOfThemCosts() {
        int status = load(
                "idle",
                "--url",
                "http://localhost:" + port,
                "--data",
                TestFolders.ofThisProcess().toString(),
                "--sockets=30",
                "--max-heap=1000");

        assertThat(told())
                .contains("30 idle sockets; the first 3 were there")
                .containsPattern("live heap of the product: .* KiB a connection")
                .contains("Held: a connection takes at most 1000 KiB of live heap, and all are still connected");
        assertThat(status).isZero();
    }

    @Test
    void everyoneComesBackFromAStormWithAllThatTheyMissed() {
        int status = load(
                "storm",
                "--url",
                "http://localhost:" + port,
                "--data",
                TestFolders.ofThisProcess().toString(),
                "--sockets=30",
                "--conversations=10",
                "--missed=4",
                "--rate=100");

        assertThat(told())
                .contains("150 conversations were written", "30 sockets are connected")
                .contains("messages acknowledged: 60; did not come again: 0")
                .containsPattern("PostgreSQL transactions: [1-9]")
                .containsPattern("Redis commands: [1-9]")
                .contains("Held: the last was back within 30 s, and every acknowledged message came again");
        assertThat(status).isZero();
    }

    @Test
    void whatIsSaidInAGroupReachesEveryoneWhoIsOnline() {
        int status = load(
                "group",
                "--url",
                "http://localhost:" + port,
                "--data",
                TestFolders.ofThisProcess().toString(),
                "--sockets=60",
                "--online=20",
                "--rate=10",
                "--seconds=3",
                "--max-p99=60000");

        assertThat(told())
                .contains("20 of 60 members are connected", "acknowledged: 30 of 30", "delivered: 600 of 600")
                .contains("Held: everyone got every message in time");
        assertThat(status).isZero();
    }

    @Test
    void reactionsEditsAndRepliesAreRecordedBesideMessages() {
        int status = load(
                "mixed",
                "--url",
                "http://localhost:" + port,
                "--data",
                TestFolders.ofThisProcess().toString(),
                "--sockets=8",
                "--rate=20",
                "--seconds=3",
                "--rounds=1",
                "--max-ratio=100");

        assertThat(told())
                .doesNotContain("were recorded; refused")
                .containsPattern("Median of 1 rounds: messages alone \\d+ µs an event, mixed \\d+ µs")
                .contains("Held: everything was recorded");
        assertThat(status).isZero();
    }
}
