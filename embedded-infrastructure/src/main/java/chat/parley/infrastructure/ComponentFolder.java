package chat.parley.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** What one part has of the data folder: a folder of its own, a log file, its ports and secrets. */
record ComponentFolder(Component part, Path folder, Path logFile, Ports ports, Secrets secrets) {
    private static final int REPORTED_LINES = 8;
    private static final Pattern FAULT = Pattern.compile("\\bERROR\\b|Exception\\b");

    /** The port kept for one of the part's listeners. */
    int port(String listener) {
        return ports.of(part.fileName() + "." + listener);
    }

    /** The same, for a listener that takes it by UDP as well, at once. */
    int givenPort(String listener) {
        return ports.given(part.fileName() + "." + listener);
    }

    String secret(String purpose) {
        return secrets.of(part.fileName() + "." + purpose);
    }

    boolean hasSecret(String purpose) {
        return secrets.has(part.fileName() + "." + purpose);
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    Path directory(String name) throws IOException {
        return DataFolder.privateDirectory(folder.resolve(name));
    }

    ComponentFailed failed(String reason) {
        return new ComponentFailed(part, reason, logFile);
    }

    /** As {@link #failed}, with the last lines of the log and the last that tell of a fault, which usually name the cause. */
    ComponentFailed failedByLog(String reason) {
        return failed(reason + lastLines());
    }

    /** Keeps the log of this start and of the one before. */
    void turnLog() throws IOException {
        if (Files.exists(logFile)) {
            Files.move(
                    logFile,
                    logFile.resolveSibling(part.fileName() + ".previous.log"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String told(String what, List<String> lines) {
        List<String> last = lines.subList(Math.max(0, lines.size() - REPORTED_LINES), lines.size());
        return last.isEmpty() ? "" : ". %s:\n  %s".formatted(what, String.join("\n  ", last));
    }

    private String lastLines() {
        if (!Files.exists(logFile)) {
            return "";
        }
        try {
            var lines = new String(Files.readAllBytes(logFile), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.contains("\tat "))
                    .toList();
            return told("It said", lines.stream().filter(FAULT.asPredicate()).toList()) + told("Its last words", lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
