package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.infrastructure.Component;
import chat.parley.testing.RaisedLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One start of the newcomer's command, as a process of its own, and what it says on the console. */
record StandaloneProcess(Process process, Path data, Path output) {

    static final Duration STARTS_WITHIN = Duration.ofMinutes(4);
    private static final Pattern ADDRESS = Pattern.compile("Open (http://localhost:(\\d+))");

    /** @param output is made anew */
    static StandaloneProcess start(Path data, Path output, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "chat.parley.standalone.Standalone")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PARLEY_DATA", data.toString());
        RaisedLimits.properties()
                .forEach((property, value) ->
                        builder.environment().put(Compose.Service.variable(property), value.toString()));
        builder.environment().putAll(environment);
        return new StandaloneProcess(builder.start(), data, output);
    }

    URI awaitAddress() {
        return await().atMost(STARTS_WITHIN)
                .until(this::address, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<URI> address() throws IOException {
        String said = said();
        assertThat(process.isAlive()).as(said).isTrue();
        Matcher matcher = ADDRESS.matcher(said);
        return matcher.find() ? Optional.of(URI.create(matcher.group(1))) : Optional.empty();
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    /** Whether a line about a part begins so. */
    boolean said(Component part, String beginning) throws IOException {
        Pattern line = Pattern.compile("^ +" + part.title() + " +" + Pattern.quote(beginning), Pattern.MULTILINE);
        return line.matcher(said()).find();
    }

    /** SIGKILL to the process that serves as a part. */
    void kill(Component part) {
        Path folder = data.resolve(part.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        ProcessHandle server = process.children()
                .filter(child -> worksIn(child, folder))
                // RabbitMQ's port mapper is beside the server.
                .filter(child -> !child.info().command().orElse("").endsWith("epmd"))
                .findFirst()
                .orElseThrow();
        assertThat(server.destroyForcibly()).isTrue();
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
        try {
            return Arrays.asList(Files.readString(environment, StandardCharsets.UTF_8)
                            .split("\0"))
                    .contains("PARLEY_PART_FOLDER=" + folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
