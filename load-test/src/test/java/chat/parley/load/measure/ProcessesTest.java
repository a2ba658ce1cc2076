package chat.parley.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    @Test
    void usedTimeIsThatOfAProcessAndOfItsChildrenThatHaveEnded(@TempDir Path proc) throws IOException {
        long pid = ProcessHandle.current().pid();
        Files.createDirectory(proc.resolve(Long.toString(pid)));
        // utime, stime, cutime and cstime are the 14th to 17th fields, behind a name that may hold anything.
        Files.writeString(
                proc.resolve(Long.toString(pid)).resolve("stat"),
                pid + " (a ) (b) S 1 1 1 0 -1 4194560 1 0 0 0 100 20 3 4 20 0 1 0 1 1 1\n");
        Files.writeString(proc.resolve("stat"), "cpu  100 1 20 5000 7 0 3 50 9 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n");

        var micros = new Processes(proc, Optional.empty()).micros();

        assertThat(micros).containsEntry(Processes.GENERATOR, 1_270_000L);
        assertThat(micros).containsEntry(Processes.MACHINE, 1_240_000L);
    }

    @Test
    void theTimeOfAProcessGrowsWithItsWork() {
        Processes processes = new Processes(Optional.of(ProcessHandle.current()));
        long before = processes.micros().getOrDefault("parley", 0L);

        await().until(() -> processes.micros().getOrDefault("parley", 0L) > before);
    }
}
