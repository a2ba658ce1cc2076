package chat.parley.views.presence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.testing.TestInfrastructure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;

/** A cluster of one node, which is enough for it to refuse keys of two slots. */
final class ClusterNode implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofSeconds(10);

    private final int port;
    private final Process process;

    private ClusterNode(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static ClusterNode start(Path folder) throws IOException {
        EmbeddedInfrastructure infrastructure = TestInfrastructure.with(Component.REDIS);
        int port = infrastructure.port("redis-cluster");
        ProcessBuilder server = new ProcessBuilder(binary(), "--port", String.valueOf(port), "--bind", "127.0.0.1");
        server.command().addAll(List.of("--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1"));
        server.command().addAll(List.of("--cluster-port", String.valueOf(infrastructure.port("redis-cluster-bus"))));
        server.command().addAll(List.of("--save", "", "--dir", folder.toString()));
        Process process = server.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        ClusterNode node = new ClusterNode(port, process);
        node.takeAllSlots();
        return node;
    }

    /** That of the Redis which the other tests share. */
    private static String binary() {
        try (RedisStores shared = RedisStores.empty(RedisStores.LONG)) {
            @Nullable
            Properties server = shared.redis().execute((RedisCallback<Properties>)
                    connection -> connection.serverCommands().info("server"));
            return Objects.requireNonNull(server).getProperty("executable");
        }
    }

    private void takeAllSlots() {
        LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1", port);
        connections.start();
        try {
            await().atMost(START_WITHIN)
                    .ignoreExceptions()
                    .until(() -> answer(connections, "PING").equals("PONG"));
            answer(connections, "CLUSTER", "ADDSLOTSRANGE", "0", "16383");
            await().atMost(START_WITHIN)
                    .until(() -> answer(connections, "CLUSTER", "INFO").contains("cluster_state:ok"));
        } finally {
            connections.destroy();
        }
    }

    private static String answer(LettuceConnectionFactory connections, String command, String... arguments) {
        try (RedisConnection connection = connections.getConnection()) {
            Object answer = connection.execute(
                    command,
                    Stream.of(arguments)
                            .map(argument -> argument.getBytes(US_ASCII))
                            .toArray(byte[][]::new));
            return answer instanceof byte[] bytes ? new String(bytes, US_ASCII) : String.valueOf(answer);
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
