package chat.parley.infrastructure;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** A private RabbitMQ node with its own Erlang port mapper, cookie and home, beside any other on the machine. */
record Rabbitmq(ComponentFolder folder, Finder finder) implements EmbeddedComponent {
    private static final String USER = "parley";
    private static final byte[] PROTOCOL_HEADER = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
    /** A method frame on channel 0: the broker's Connection.Start. */
    private static final byte[] METHOD_ON_CHANNEL_0 = {1, 0, 0};

    /** Where RabbitMQ comes from. */
    interface Finder {
        RabbitmqPrograms find() throws IOException, InterruptedException, ComponentFailed;
    }

    @Override
    public Address.Rabbitmq address() {
        return new Address.Rabbitmq(URI.create(
                "amqp://%s:%s@127.0.0.1:%d".formatted(USER, folder.secret("password"), folder.port("client"))));
    }

    @Override
    public RunningComponent start() throws IOException, InterruptedException, ComponentFailed {
        RabbitmqPrograms programs = finder.find();
        int port = folder.port("client");
        String password = folder.secret("password");
        PrivateFile.write(folder.resolve("rabbitmq.conf"), configuration(port, password));
        PrivateFile.write(folder.resolve(".erlang.cookie"), folder.secret("cookie"));
        Files.writeString(folder.resolve("enabled_plugins"), "[].\n");

        ChildProcess portMapper = startPortMapper(programs);
        try {
            ChildProcess node =
                    ChildProcess.start(folder, List.of(programs.server().toString()), environment(programs));
            node.awaitReady(() -> Loopback.answers(port, PROTOCOL_HEADER, METHOD_ON_CHANNEL_0));
            return new RabbitmqNode(node, portMapper);
        } catch (IOException | InterruptedException | ComponentFailed e) {
            portMapper.kill();
            throw e;
        }
    }

    private ChildProcess startPortMapper(RabbitmqPrograms programs)
            throws IOException, InterruptedException, ComponentFailed {
        int port = folder.port("epmd");
        ChildProcess portMapper = ChildProcess.start(
                folder, List.of(programs.epmd().toString(), "-address", "127.0.0.1", "-port", Integer.toString(port)));
        byte[] namesRequest = {0, 1, 'n'};
        portMapper.awaitReady(() -> Loopback.answers(port, namesRequest, bytes(port)));
        return portMapper;
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static String configuration(int port, String password) {
        return """
            listeners.tcp.1 = 127.0.0.1:%d
            default_user = %s
            default_pass = %s
            default_permissions.configure = .*
            default_permissions.read = .*
            default_permissions.write = .*
            log.console = true
            log.console.level = info
            log.file = false
            vm_memory_high_watermark.absolute = 512MB
            disk_free_limit.absolute = 64MB
            """.formatted(port, USER, password);
    }

    private Map<String, String> environment(RabbitmqPrograms programs) throws IOException {
        return Map.ofEntries(
                Map.entry("PATH", programs.erlang().resolve("bin") + ":" + System.getenv("PATH")),
                Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                Map.entry("ERL_EPMD_PORT", Integer.toString(folder.port("epmd"))),
                Map.entry("RABBITMQ_NODENAME", "parley@localhost"),
                Map.entry("RABBITMQ_DIST_PORT", Integer.toString(folder.port("distribution"))),
                Map.entry("RABBITMQ_CONF_ENV_FILE", "/dev/null"),
                Map.entry(
                        "RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq.conf").toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        folder.resolve("enabled_plugins").toString()),
                Map.entry(
                        "RABBITMQ_GENERATED_CONFIG_DIR",
                        folder.directory("config").toString()),
                Map.entry("RABBITMQ_MNESIA_BASE", folder.directory("mnesia").toString()),
                Map.entry("RABBITMQ_LOG_BASE", folder.directory("log").toString()),
                Map.entry("RABBITMQ_PID_FILE", folder.resolve("pid").toString()),
                // Makes the script become the node instead of staying above it, so that signals reach the node.
                Map.entry("RUNNING_UNDER_SYSTEMD", "true"),
                Map.entry(
                        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                        "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none"));
    }
}
