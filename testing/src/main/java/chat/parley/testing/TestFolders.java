package chat.parley.testing;

import chat.parley.infrastructure.EmbeddedInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One temporary folder for each test JVM, named after its process, and an end to those whose process was killed. */
public final class TestFolders {
    private static final Path ALL =
            Path.of(System.getProperty("java.io.tmpdir"), "parley-tests-" + System.getProperty("user.name"));

    private TestFolders() {}

    public static Path ofThisProcess() {
        abandoned().forEach(EmbeddedInfrastructure::discard);
        return ALL.resolve(Long.toString(ProcessHandle.current().pid()));
    }

    private static List<Path> abandoned() {
        if (!Files.isDirectory(ALL)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(folder -> !belongsToLivingProcess(folder)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean belongsToLivingProcess(Path folder) {
        return ProcessHandle.of(Long.parseLong(folder.getFileName().toString()))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }
}
