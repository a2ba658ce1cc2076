package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder must be to be used, before anything is started in it. */
class DataFolderTest {

    @TempDir
    private Path folder = Path.of("");

    private EmbeddedInfrastructure start(Component... parts) throws ComponentFailed {
        return EmbeddedInfrastructure.start(folder, Set.of(parts), Map.of(), new RecordedProgress());
    }

    @Test
    void secretsAreMadeOnceLongEnoughForAnyUseAndTheirOwnersOnly() throws Exception {
        String secret;
        try (EmbeddedInfrastructure first = start()) {
            secret = first.secret("master");
        }
        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
        try (EmbeddedInfrastructure second = start()) {
            assertThat(second.secret("master")).isEqualTo(secret);
        }
    }

    @Test
    void dataOfAnEarlierVersionIsRefusedAndLeftAlone() throws Exception {
        try (EmbeddedInfrastructure earlier = start()) {
            earlier.secret("master");
        }
        Files.delete(folder.resolve("format"));
        assertThatThrownBy(this::start)
                .isInstanceOf(DataFolderOutdated.class)
                .hasMessageContainingAll(folder.toRealPath().toString(), "earlier version", "PARLEY_DATA");
        Files.writeString(folder.resolve("format"), "1");
        assertThatThrownBy(this::start).isInstanceOf(DataFolderOutdated.class);
        Files.writeString(folder.resolve("format"), "4");
        start().close();
    }

    @Test
    void dataWithoutItsSecretsIsRefusedBeforeNewOnesAreMade() throws Exception {
        start(Component.POSTGRESQL).close();
        Path secrets = folder.resolve("secrets.properties");
        Files.move(secrets, folder.resolve("elsewhere"));
        assertThatThrownBy(() -> start(Component.POSTGRESQL))
                .isInstanceOf(ComponentFailed.class)
                .hasMessageContaining("put that file back from a backup");
        assertThat(secrets).doesNotExist();
        Files.move(folder.resolve("elsewhere"), secrets);
        start(Component.POSTGRESQL).close();
    }
}
