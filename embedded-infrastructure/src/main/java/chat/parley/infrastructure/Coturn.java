package chat.parley.infrastructure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A relay for calls on loopback. What it relays to is loopback too, which only this default may: where it has a public address, docs/operations.md
 * says what it must not reach.
 */
record Coturn(ComponentFolder folder, Progress progress) implements EmbeddedComponent {

    /** A STUN binding request, and how its answer begins. */
    private static final byte[] BINDING_REQUEST = {
        0, 1, 0, 0, 0x21, 0x12, (byte) 0xA4, 0x42, 'P', 'a', 'r', 'l', 'e', 'y', 'i', 's', 'h', 'e', 'r', 'e'
    };

    private static final byte[] BINDING_ANSWER = {1, 1};

    /** All but what is allowed: it would be reached on behalf of anybody in a call. */
    private static final List<String> DENIED =
            List.of("0.0.0.0-255.255.255.255", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

    @Override
    public Address.Turn address() {
        return new Address.Turn(
                URI.create("turn://:%s@127.0.0.1:%d".formatted(folder.secret("secret"), folder.port("client"))));
    }

    @Override
    public RunningComponent start() throws IOException, InterruptedException, ComponentFailed {
        MediaProgram program = MediaProgram.find(
                folder, progress, "turnserver", "coturn", "2 MB", "Without it calls are not relayed.");
        int port = folder.givenPort("client");
        Path configuration = PrivateFile.write(folder.resolve("turnserver.conf"), configuration(port));
        ChildProcess process = ChildProcess.start(
                folder, List.of(program.program().toString(), "-c", configuration.toString()), program.environment());
        process.awaitReady(() -> Loopback.answers(port, BINDING_REQUEST, BINDING_ANSWER));
        return new ChildComponent(process, "TERM");
    }

    private String configuration(int port) {
        return """
            listening-ip=127.0.0.1
            listening-port=%d
            relay-ip=127.0.0.1
            min-port=61000
            max-port=65535
            use-auth-secret
            static-auth-secret=%s
            realm=parley
            allow-loopback-peers
            allowed-peer-ip=127.0.0.1
            %s
            user-quota=12
            total-quota=1200
            max-bps=1000000
            stale-nonce=600
            no-tcp-relay
            no-multicast-peers
            no-rfc5780
            no-software-attribute
            no-tls
            no-dtls
            no-cli
            userdb=%s
            pidfile=%s
            log-file=stdout
            simple-log
            """.formatted(
                        port,
                        folder.secret("secret"),
                        DENIED.stream().map("denied-peer-ip="::concat).collect(Collectors.joining("\n")),
                        folder.resolve("turndb"),
                        folder.resolve("pid"));
    }
}
