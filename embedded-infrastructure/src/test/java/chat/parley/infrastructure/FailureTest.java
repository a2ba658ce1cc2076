package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {
    @TempDir
    Path folder;

    @Test
    void aPartThatCannotStartSaysWhyAndWhereToReadOn() throws Exception {
        Files.createDirectories(folder.resolve("postgresql/data"));
        RecordedProgress progress = new RecordedProgress();
        Path log = folder.resolve("logs/postgresql.log");

        assertThatThrownBy(() -> EmbeddedInfrastructure.start(
                        folder, Set.of(Component.POSTGRESQL, Component.CASSANDRA), Map.of(), progress))
                .isInstanceOf(ComponentFailed.class)
                .hasMessageContaining("PostgreSQL did not start: it ended with code 2")
                .hasMessageContaining("postgresql.conf")
                .hasMessageContaining(log.toString());

        assertThat(progress.lines).anyMatch(line -> line.startsWith("PostgreSQL failed"));
        assertThat(log).exists();
        assertNothingRuns();
    }

    @Test
    void anUnreadableAddressStartsNothing() throws Exception {
        assertThatThrownBy(() -> EmbeddedInfrastructure.start(
                        folder, Set.of(Component.REDIS), Map.of(Component.REDIS, "nonsense"), new RecordedProgress()))
                .isInstanceOf(IllegalArgumentException.class);

        assertNothingRuns();
    }

    private void assertNothingRuns() throws Exception {
        assertThat(Orphans.in(folder.toRealPath())).isEmpty();
        DataFolder.open(folder).close();
    }
}
