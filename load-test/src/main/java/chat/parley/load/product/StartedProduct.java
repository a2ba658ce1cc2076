package chat.parley.load.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The standalone product, started for a run with its data in a temporary folder, and gone with it. */
public final class StartedProduct implements AutoCloseable {

    private static final int STOPS_WITHIN_S = 20;

    /** All its people come from one address, and some write more than a person does; docs/operations.md tells of these. */
    private static final Map<String, String> LIMITS = Map.of(
            "PARLEY_LIMITS_SIGNINADDRESS", "100000/1m",
            "PARLEY_LIMITS_REGISTERADDRESS", "100000/1m",
            "PARLEY_LIMITS_REFRESHADDRESS", "100000/1m",
            "PARLEY_LIMITS_SOCKETADDRESS", "100000/1m",
            "PARLEY_LIMITS_MESSAGESACCOUNT", "10000/10s",
            "PARLEY_LIMITS_MARKSACCOUNT", "10000/10s");

    private final Path home;
    private final Path data;
    private final int port;
    private final Consumer<String> tell;
    private Process process;
    private final Thread stopping = new Thread(this::stop, "stop-product");

    private StartedProduct(Path home, Path data, int port, Consumer<String> tell) throws IOException {
        this.home = home;
        this.data = data;
        this.port = port;
        this.tell = tell;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(stopping);
    }

    /**
     * @param home the project's folder, with its start script
     * @param tell is told what the product prints
     */
    public static StartedProduct start(Path home, Consumer<String> tell) throws IOException {
        Path data = Files.createTempDirectory("parley-load-");
        StartedProduct started = new StartedProduct(home, data, freePort(), tell);
        started.awaitReady();
        return started;
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("parley").toString(), "run")
                .directory(home.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PARLEY_DATA", data.toString());
        builder.environment().put("PARLEY_PORT", Integer.toString(port));
        builder.environment().putAll(LIMITS);
        return builder.start();
    }

    /** Stops the product as its operator would and starts it again with the same data on the same port; returns when it is ready. */
    public void restart() throws IOException {
        stopProcess();
        process = launch();
        awaitReady();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            tell.accept(line);
            if (line.startsWith("Ready after")) {
                Thread.ofPlatform().daemon().start(() -> drain(output));
                return;
            }
        }
        throw new IOException("the product did not start");
    }

    /** So that the product never waits for somebody to read what it prints. */
    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // nothing in it matters now
            }
        } catch (IOException _) {
            // it has ended
        }
    }

    public Product product() {
        return new Product(
                URI.create("http://localhost:" + port),
                Optional.of(process.toHandle()),
                Optional.of(new DataFolder(data)));
    }

    private void stop() {
        stopProcess();
        delete();
    }

    private void stopProcess() {
        process.destroy();
        try {
            if (!process.waitFor(STOPS_WITHIN_S, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // a temporary folder
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(stopping);
        stop();
    }
}
