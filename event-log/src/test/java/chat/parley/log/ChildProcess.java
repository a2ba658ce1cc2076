package chat.parley.log;

import chat.parley.infrastructure.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A program of this test class path in a JVM of its own. What it needs of PostgreSQL comes first among its arguments. */
public final class ChildProcess implements AutoCloseable {

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    public static ChildProcess start(Class<?> program, Address.Postgresql postgresql, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                postgresql.jdbcUrl(),
                postgresql.user(),
                postgresql.password()));
        command.addAll(arguments);
        try {
            return new ChildProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the child: the PostgreSQL its parent named. */
    public static Address.Postgresql postgresql(String[] arguments) {
        return new Address.Postgresql(arguments[0], arguments[1], arguments[2]);
    }

    /** Calls back for each whole line the process prints, until its end. */
    public void readLines(Consumer<String> line) {
        try (BufferedReader lines = process.inputReader()) {
            for (String next = lines.readLine(); next != null; next = lines.readLine()) {
                line.accept(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }
}
