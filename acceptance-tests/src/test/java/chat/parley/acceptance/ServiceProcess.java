package chat.parley.acceptance;

import static org.awaitility.Awaitility.await;

import chat.parley.testing.JsonHttp;
import chat.parley.testing.RaisedLimits;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One service in a process of its own, with the environment it is deployed with and no more. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

    private final URI address;
    private final URI management;
    private final Process process;

    private ServiceProcess(URI address, URI management, Process process) {
        this.address = address;
        this.management = management;
        this.process = process;
    }

    /** Starts it without waiting; see {@link #awaitReady}. */
    static ServiceProcess start(String name, Map<String, String> properties) {
        Compose.Service service = Compose.service(name);
        int port = World.INFRASTRUCTURE.port("service-" + UUID.randomUUID());
        int management = World.INFRASTRUCTURE.port("management-" + UUID.randomUUID());
        Map<String, Object> all = new HashMap<>(service.properties());
        all.put("parley.rabbitmq.analytics", true);
        all.putAll(properties);
        all.put("parley.origins", "http://localhost:" + port);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                service.main()));
        try {
            File log = Path.of("target", "services")
                    .resolve(name + "-" + port + ".log")
                    .toFile();
            Files.createDirectories(log.toPath().getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
            builder.environment().putAll(service.environment(all));
            RaisedLimits.properties()
                    .forEach((property, value) ->
                            builder.environment().put(Compose.Service.variable(property), value.toString()));
            builder.environment()
                    .putAll(Map.of(
                            "SERVER_PORT",
                            Integer.toString(port),
                            "SERVER_ADDRESS",
                            "localhost",
                            "MANAGEMENT_SERVER_PORT",
                            Integer.toString(management),
                            "MANAGEMENT_SERVER_ADDRESS",
                            "localhost"));
            return new ServiceProcess(
                    URI.create("http://localhost:" + port),
                    URI.create("http://localhost:" + management),
                    builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServiceProcess awaitReady() {
        await().atMost(STARTS_WITHIN).until(this::ready);
        return this;
    }

    private boolean ready() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended with " + process.exitValue());
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(management.resolve("/actuator/health/readiness"))
                    .build();
            return JsonHttp.CLIENT
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        }
    }

    URI address() {
        return address;
    }

    /** Lets it stand still; it goes on where it was. */
    void pause() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
