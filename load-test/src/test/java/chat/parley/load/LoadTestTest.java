package chat.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.infrastructure.Part;
import chat.parley.infrastructure.testing.TestInfrastructure;
import chat.parley.standalone.Standalone;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generator against the product, briefly. */
class LoadTestTest {

    private static final EmbeddedInfrastructure INFRASTRUCTURE = TestInfrastructure.with(Part.values());

    @Test
    void everythingSentIsAcknowledgedStoredDeliveredAndReadOnce(@TempDir Path folder) {
        int port = INFRASTRUCTURE.port("http-" + UUID.randomUUID());
        Path report = folder.resolve("report.html");
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        int status;
        try (var product = Standalone.context(INFRASTRUCTURE, port, Map.of(), _ -> {})) {
            assertThat(product.isRunning()).isTrue();
            status = LoadTest.commandLine(new PrintStream(told, true, StandardCharsets.UTF_8))
                    .execute(
                            "--url",
                            "http://localhost:" + port,
                            "--rate=50",
                            "--seconds=5",
                            "--warm-up=1",
                            "--pairs=5",
                            "--max-p99=20000",
                            "--report",
                            report.toString());
        }

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains(
                        "sent 300, acknowledged 300, stored 300, delivered 300, acknowledged+delivered+read 300",
                        "Held: every acknowledged message is stored once");
        assertThat(status).isZero();
        assertThat(report).content().contains("50 messages a second", "<svg");
    }
}
