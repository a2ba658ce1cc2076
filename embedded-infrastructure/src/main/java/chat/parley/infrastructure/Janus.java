package chat.parley.infrastructure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Passes on what is heard and seen in calls of groups, on loopback. It keeps nothing; only gateways know its secret. */
record Janus(ComponentFolder folder, Progress progress) implements EmbeddedComponent {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Override
    public Address.Janus address() {
        return new Address.Janus(
                URI.create("ws://:%s@127.0.0.1:%d".formatted(folder.secret("secret"), folder.port("client"))));
    }

    @Override
    public RunningComponent start() throws IOException, InterruptedException, ComponentFailed {
        MediaProgram program =
                MediaProgram.find(folder, progress, "janus", "janus", "5 MB", "Without it groups have no calls.");
        Path configuration = folder.directory("configuration");
        Path general = PrivateFile.write(configuration.resolve("janus.jcfg"), general(program, configuration));
        PrivateFile.write(
                configuration.resolve("janus.transport.websockets.jcfg"), """
                    general: {
                      json = "compact"
                      ws = true
                      ws_port = %d
                      ws_ip = "127.0.0.1"
                      wss = false
                      pingpong_trigger = 10
                      pingpong_timeout = 10
                    }
                    admin: {
                      admin_ws = false
                      admin_wss = false
                    }
                    """.formatted(folder.port("client")));
        PrivateFile.write(configuration.resolve("janus.plugin.videoroom.jcfg"), """
            general: {
              admin_key = "%s"
              lock_rtp_forward = true
              string_ids = true
            }
            """.formatted(folder.secret("secret")));
        ChildProcess process = ChildProcess.start(
                folder,
                List.of(program.program().toString(), "-F", configuration.toString(), "-C", general.toString()),
                program.environment());
        process.awaitReady(this::answers);
        return new ChildComponent(process, "TERM");
    }

    private String general(MediaProgram program, Path configuration) throws IOException {
        Path plugins = program.library("janus/plugins");
        Path transports = program.library("janus/transports");
        return """
            general: {
              configs_folder = "%s"
              plugins_folder = "%s"
              transports_folder = "%s"
              debug_level = 3
              debug_colors = false
              debug_timestamps = true
              api_secret = "%s"
              admin_secret = "%s"
              interface = "127.0.0.1"
              session_timeout = 30
              reclaim_session_timeout = 0
              hide_dependencies = true
            }
            media: {
              ipv6 = false
              rtp_port_range = "61000-65535"
            }
            nat: {
              ice_lite = true
              ice_enforce_list = "lo"
              keep_private_host = true
              ignore_mdns = true
            }
            plugins: {
              disable = "%s"
            }
            transports: {
              disable = "%s"
            }
            """.formatted(
                        configuration,
                        plugins,
                        transports,
                        folder.secret("secret"),
                        folder.secret("admin"),
                        allBut("videoroom", plugins),
                        allBut("websockets", transports));
    }

    private static String allBut(String wanted, Path folder) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.so")) {
            return StreamSupport.stream(found.spliterator(), false)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains(wanted))
                    .sorted()
                    .collect(Collectors.joining(","));
        }
    }

    /** Whether it answers a ping that names its secret. */
    private boolean answers() {
        String ping =
                "{\"janus\":\"ping\",\"transaction\":\"ready\",\"apisecret\":\"" + folder.secret("secret") + "\"}";
        CompletableFuture<String> answer = new CompletableFuture<>();
        HttpClient client = HttpClient.newHttpClient();
        try {
            WebSocket socket = client.newWebSocketBuilder()
                    .subprotocols("janus-protocol")
                    .buildAsync(URI.create(address().toString()), new FirstText(answer))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            try {
                socket.sendText(ping, true).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).contains("pong");
            } finally {
                socket.abort();
            }
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            // Closing it would wait for a handshake that is never answered.
            client.shutdownNow();
        }
    }

    private record FirstText(CompletableFuture<String> text) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.complete(data.toString());
            return WebSocket.Listener.super.onText(socket, data, last);
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            text.completeExceptionally(failure);
        }
    }
}
