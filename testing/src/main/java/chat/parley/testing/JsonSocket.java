package chat.parley.testing;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's WebSocket to a gateway, and every frame that it was told. */
public class JsonSocket implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How a socket ended; the code is -1 where it broke. */
    public record Closed(int code, String reason) {
        @Override
        public String toString() {
            return code + " " + reason;
        }
    }

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private volatile boolean reading = true;

    /**
     * @param gateway such as {@code localhost:8080}
     * @param origin of the page, as a browser says it; null for other programs
     */
    public JsonSocket(String gateway, String ticket, @Nullable String origin) {
        WebSocket.Builder builder = JsonHttp.CLIENT.newWebSocketBuilder().subprotocols("parley.v1", "ticket." + ticket);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        socket = builder.buildAsync(URI.create("ws://" + gateway + "/api/socket"), new Listener())
                .join();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode frame = JsonMapper.shared().readTree(text.toString());
                frames.add(frame);
                text.setLength(0);
                CompletableFuture<JsonNode> answer =
                        asked.remove(frame.path("ref").asString(""));
                if (answer != null) {
                    answer.complete(frame);
                }
            }
            if (reading) {
                webSocket.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closed.complete(new Closed(statusCode, reason));
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.complete(new Closed(-1, error.toString()));
        }
    }

    public final String subprotocol() {
        return socket.getSubprotocol();
    }

    public final void write(Map<String, ?> frame) {
        writeRaw(JsonMapper.shared().writeValueAsString(frame));
    }

    public final void writeRaw(String text) {
        socket.sendText(text, true).join();
    }

    /** Sends it unless the server closes the socket meanwhile. */
    public final void tryToWriteRaw(String text) {
        socket.sendText(text, true).exceptionally(_ -> socket).join();
    }

    /** Sends a frame under an id of its own; its {@code ack}, {@code pong} or {@code error} follows. */
    public final CompletableFuture<JsonNode> ask(Map<String, ?> frame) {
        String id = UUID.randomUUID().toString();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        Map<String, Object> numbered = new HashMap<>(frame);
        numbered.put("id", id);
        write(numbered);
        return answer;
    }

    /** Everything so far, in the order in which it came. */
    public final List<JsonNode> told() {
        return frames;
    }

    public final List<JsonNode> told(String type) {
        return frames.stream()
                .filter(frame -> type.equals(frame.get("type").asString()))
                .toList();
    }

    public final JsonNode await(String type) {
        return await(type, _ -> true);
    }

    /** The first that matches, once there is one. */
    public final JsonNode await(String type, Predicate<JsonNode> matching) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> told(type).stream().filter(matching).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** The newest cursor it was given. */
    public final String cursor() {
        return frames.stream()
                .filter(frame -> frame.hasNonNull("cursor"))
                .map(frame -> frame.get("cursor").asString())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    public final boolean isClosed() {
        return closed.isDone();
    }

    public final Closed awaitClosed() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Optional.ofNullable(closed.getNow(null)), Optional::isPresent)
                .orElseThrow();
    }

    /** As a program that hangs: what it is sent piles up. */
    public final void stopReading() {
        reading = false;
    }

    public final void readOn() {
        reading = true;
        socket.request(1);
    }

    /** Breaks the connection without a goodbye. */
    public final void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!closed.isDone() && !socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
        socket.abort();
    }
}
