package chat.parley.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that does the work of a part, with the part's log file as its output. */
final class ChildProcess {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    /** The JDK reports the signal that killed a process as a code above this one, as shells do. */
    private static final int KILLED_BY_SIGNAL = 128;

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /** Linux may weigh sessions against each other first, and only within one its processes: so it is told both. */
    private static final String GIVE_WAY = "echo 5 > /proc/$0/autogroup; renice -n 5 -g $0";

    private final ComponentFolder folder;
    private final Process process;

    private ChildProcess(ComponentFolder folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    static ChildProcess start(ComponentFolder folder, List<String> command) throws IOException {
        return start(folder, command, Map.of());
    }

    /** The child gets a fresh environment: what the user has set for another server of its kind must not reach it. */
    static ChildProcess start(ComponentFolder folder, List<String> command, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(inSessionOfItsOwn(command))
                .directory(folder.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.logFile().toFile()));
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        builder.environment().put("HOME", folder.folder().toString());
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put(Orphans.FOLDER_VARIABLE, folder.folder().toString());
        builder.environment().putAll(environment);
        return new ChildProcess(folder, builder.start());
    }

    /** A terminal sends Ctrl-C to its whole session; the parts must outlive the program that is still using them. */
    private static List<String> inSessionOfItsOwn(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> detached = new ArrayList<>(List.of(SETSID.toString()));
        detached.addAll(command);
        return detached;
    }

    /** Waits until the part answers; when it ends instead, or takes too long, nothing of it is left. */
    void awaitReady(BooleanSupplier answers) throws InterruptedException, ComponentFailed {
        try {
            long deadline = System.nanoTime() + START_LIMIT.toNanos();
            while (!answers.getAsBoolean()) {
                if (process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw folder.failedByLog(awaitEnd());
                }
                if (System.nanoTime() > deadline) {
                    throw folder.failedByLog("it does not answer after " + START_LIMIT.toSeconds() + " s");
                }
            }
        } catch (InterruptedException | ComponentFailed e) {
            kill();
            throw e;
        }
    }

    /** Waits for a program that does one thing and ends, with its exit code. */
    int finish(String input) throws IOException, InterruptedException {
        try (var writer = process.outputWriter()) {
            writer.write(input);
        }
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
    }

    /**
     * For a part that people do not wait for once it answers: from now on, where processors are scarce, the others come first. Where it
     * has no session of its own, or Linux refuses, it stays as it is.
     */
    void giveWay() throws IOException, InterruptedException {
        if (Files.isExecutable(SETSID)) {
            new ProcessBuilder("/bin/sh", "-c", GIVE_WAY, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it ends and says how. */
    String awaitEnd() throws InterruptedException {
        int code = process.waitFor();
        return code > KILLED_BY_SIGNAL
                ? "it was killed by signal " + (code - KILLED_BY_SIGNAL)
                : "it ended with code " + code;
    }

    /** Closes its input and asks it to end, with a signal the part may choose; kills it when it does not. */
    void stop(String signal) {
        if (!process.isAlive()) {
            return;
        }
        try {
            process.getOutputStream().close();
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
                    .start()
                    .waitFor();
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
