package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Fetches 33 MB from the machine's package mirror each time, so it runs only when asked for. */
@EnabledIfEnvironmentVariable(named = "PARLEY_TEST_DOWNLOADS", matches = "true")
class RabbitmqDownloadTest {
    @TempDir
    Path temporary;

    @Test
    void unpackedPackagesRunWithoutAnInstalledErlang() throws Exception {
        try (DataFolder data = DataFolder.open(temporary.resolve("data"))) {
            ComponentFolder folder = data.of(Component.RABBITMQ);
            AtomicInteger announced = new AtomicInteger();
            RabbitmqDownload download = new RabbitmqDownload(
                    new Cache(temporary.resolve("cache")), folder.logFile(), announced::incrementAndGet);
            RabbitmqPrograms programs = download.programs();
            assertThat(download.programs()).isEqualTo(programs);
            assertThat(announced).hasValue(1);
            Rabbitmq rabbitmq = new Rabbitmq(folder, () -> programs);
            RunningComponent node = rabbitmq.start();
            try {
                Addresses addresses = new Addresses(Map.of(Component.RABBITMQ, rabbitmq.address()));
                Traces.leave(Component.RABBITMQ, addresses);
                Traces.find(Component.RABBITMQ, addresses);
                assertThat(Orphans.in(data.root()))
                        .extracting(process -> process.info().command().orElse(""))
                        .filteredOn(command -> command.contains("/erts-"))
                        .isNotEmpty()
                        .allSatisfy(command -> assertThat(command)
                                .startsWith(temporary.toRealPath().toString()));
            } finally {
                node.stop();
            }
        }
    }
}
