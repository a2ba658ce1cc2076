package chat.parley.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Redis from the binary in a Maven artifact. It keeps nothing: what is in it can be rebuilt or may expire. */
record Redis(ComponentFolder folder) implements EmbeddedComponent {

    @Override
    public Address.Redis address() {
        return new Address.Redis(
                URI.create("redis://:" + folder.secret("password") + "@127.0.0.1:" + folder.port("client")));
    }

    @Override
    public RunningComponent start() throws IOException, InterruptedException, ComponentFailed {
        int port = folder.port("client");
        String password = folder.secret("password");
        Path configuration =
                PrivateFile.write(folder.resolve("redis.conf"), """
                    bind 127.0.0.1
                    port %d
                    requirepass %s
                    save ""
                    appendonly no
                    dir %s
                    set-proc-title no
                    """.formatted(port, password, quoted(folder.folder())));
        ChildProcess process = ChildProcess.start(folder, List.of(binary().toString(), configuration.toString()));
        byte[] question = ("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] answer = "+OK\r\n+PONG\r\n".getBytes(StandardCharsets.US_ASCII);
        process.awaitReady(() -> Loopback.answers(port, question, answer));
        return new ChildComponent(process, "TERM");
    }

    private static Path binary() throws IOException, InterruptedException {
        String resource = Platform.current().redisBinary();
        return Cache.ofUser()
                .folder(resource.substring(1), target -> {
                    try (InputStream binary = Resources.open(resource)) {
                        Path file = target.resolve("redis-server");
                        Files.copy(binary, file);
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
                    }
                })
                .resolve("redis-server");
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
