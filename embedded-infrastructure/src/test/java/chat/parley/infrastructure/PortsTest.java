package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPortIsChosenOnceThoughNobodyListensOnItYet() throws Exception {
        int port;
        try (Ports first = new Ports(folder.resolve("first"))) {
            port = first.of("client");
            assertThat(first.of("client")).isEqualTo(port);
            try (Ports second = keeping(port, "second")) {
                assertThat(second.of("client")).isNotEqualTo(port);
            }
        }
        try (Ports later = keeping(port, "later")) {
            assertThat(later.of("client")).isEqualTo(port);
        }
    }

    private Ports keeping(int port, String name) throws Exception {
        return new Ports(Files.writeString(folder.resolve(name), "client=" + port + "\n"));
    }
}
