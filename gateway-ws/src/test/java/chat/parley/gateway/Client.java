package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's socket and everything it was told. */
final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;
    private volatile boolean reading = true;

    private Client(GatewayNode node, String ticket, @Nullable String origin) {
        WebSocket.Builder builder =
                GatewayNode.HTTP.newWebSocketBuilder().subprotocols("parley.v1", "ticket." + ticket);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        socket = builder.buildAsync(URI.create("ws://" + node.address() + "/api/socket"), new Listener())
                .join();
    }

    static Client open(GatewayNode node, String ticket, @Nullable String origin) {
        return new Client(node, ticket, origin);
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    void say(Map<String, ?> frame) {
        sayRaw(JSON.writeValueAsString(frame));
    }

    void sayRaw(String frame) {
        socket.sendText(frame, true).join();
    }

    void resume(String... cursor) {
        say(cursor.length == 0 ? Map.of("type", "resume") : Map.of("type", "resume", "cursor", cursor[0]));
    }

    JsonNode await(String type) {
        return await(type, _ -> true);
    }

    JsonNode await(String type, Predicate<JsonNode> matching) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> told(type).stream().filter(matching).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Whatever it was told before this was asked has come by then. */
    void awaitPong() {
        String id = UUID.randomUUID().toString();
        say(Map.of("type", "ping", "id", id));
        await("pong", pong -> id.equals(pong.path("ref").asString("")));
    }

    List<JsonNode> told(String type) {
        return frames.stream()
                .filter(frame -> frame.get("type").asString().equals(type))
                .toList();
    }

    List<String> types() {
        return frames.stream().map(frame -> frame.get("type").asString()).toList();
    }

    List<String> texts(ConversationId conversation) {
        return told("event").stream()
                .filter(event -> event.path("conversation").asString("").equals(conversation.toString()))
                .map(event -> event.get("data").path("content").path("text").asString(""))
                .filter(said -> !said.isEmpty())
                .toList();
    }

    void awaitTexts(ConversationId conversation, String... texts) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(texts(conversation)).containsExactly(texts));
    }

    /** The newest cursor it was given. */
    String cursor() {
        return frames.stream()
                .filter(frame -> frame.hasNonNull("cursor"))
                .map(frame -> frame.get("cursor").asString())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** Code and name of the close. */
    String awaitClose() {
        Awaitility.await().atMost(PATIENCE).until(closed::isDone);
        return closed.join();
    }

    void stopReading() {
        reading = false;
    }

    void readOn() {
        reading = true;
        socket.request(1);
    }

    @Override
    public void close() {
        if (!closed.isDone()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                frames.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            if (reading) {
                webSocket.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closed.complete(statusCode + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.complete(error.toString());
        }
    }
}
