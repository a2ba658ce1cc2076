package chat.parley.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Processes that outlived the one that started them. Each carries the folder it works in as an environment variable, so it
 * is known by that and never by a process id that may meanwhile be somebody else's.
 */
final class Orphans {
    static final String FOLDER_VARIABLE = "PARLEY_PART_FOLDER";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Orphans() {}

    /** Stops every process that works in the folder or below it. */
    static void stopIn(Path folder) throws InterruptedException {
        List<ProcessHandle> orphans = in(folder);
        orphans.forEach(ProcessHandle::destroy);
        if (!ended(orphans)) {
            orphans.forEach(ProcessHandle::destroyForcibly);
            ended(orphans);
        }
    }

    static List<ProcessHandle> in(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, folder))
                .toList();
    }

    private static boolean ended(List<ProcessHandle> processes) throws InterruptedException {
        var exits = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        Path facts = Path.of("/proc", Long.toString(process.pid()));
        try {
            return carries(facts.resolve("environ"), folder) || isBackend(facts, folder);
        } catch (IOException notReadable) {
            return !Files.exists(Path.of("/proc"))
                    && process.info().commandLine().orElse("").contains(folder.toString());
        }
    }

    private static boolean carries(Path environment, Path folder) throws IOException {
        return text(environment)
                .filter(variable -> variable.startsWith(FOLDER_VARIABLE + "="))
                .map(variable -> Path.of(variable.substring(FOLDER_VARIABLE.length() + 1)))
                .anyMatch(place -> place.startsWith(folder));
    }

    /** PostgreSQL's backends write their title over their environment; a busy one outlives its killed server. */
    private static boolean isBackend(Path facts, Path folder) throws IOException {
        return text(facts.resolve("cmdline")).anyMatch(title -> title.startsWith("postgres: "))
                && Files.readSymbolicLink(facts.resolve("cwd")).startsWith(folder);
    }

    private static Stream<String> text(Path file) throws IOException {
        return Arrays.stream(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"));
    }
}
