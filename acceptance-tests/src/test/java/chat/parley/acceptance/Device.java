package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One open socket and everything it was told. */
final class Device implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Person person;
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final List<String> undocumented = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode frame = Http.JSON.readTree(text.toString());
                Documents.errors(frame).forEach(error -> undocumented.add(error + " in " + frame));
                frames.add(frame);
                text.setLength(0);
                CompletableFuture<JsonNode> answer =
                        asked.remove(frame.path("ref").asString(""));
                if (answer != null) {
                    answer.complete(frame);
                }
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.complete(-1);
        }
    }

    private Device(Person person) {
        this.person = person;
        this.socket = Http.CLIENT
                .newWebSocketBuilder()
                .subprotocols("parley.v1", "ticket." + person.ticket())
                .buildAsync(socketAddress(person.http().gateway()), new Listener())
                .join();
    }

    private static URI socketAddress(URI base) {
        return URI.create("ws://" + base.getAuthority() + "/api/socket");
    }

    static Device connect(Person person, @Nullable String cursor) {
        Device device = new Device(person);
        device.awaitFrame("hello", _ -> true);
        device.write("resume", cursor == null ? Map.of() : Map.of("cursor", cursor));
        device.awaitFrame("ready", _ -> true);
        return device;
    }

    /** Sends a frame and returns the id that its answer will refer to. */
    String write(String type, Map<String, ?> fields) {
        String id = UUID.randomUUID().toString();
        write(id, type, fields);
        return id;
    }

    private void write(String id, String type, Map<String, ?> fields) {
        Map<String, Object> frame = new HashMap<>(fields);
        frame.put("type", type);
        frame.put("id", id);
        writeRaw(Http.JSON.writeValueAsString(frame));
    }

    void writeRaw(String text) {
        socket.sendText(text, true).join();
    }

    /** Sends it unless the server closes the socket meanwhile. */
    void tryToWrite(String text) {
        socket.sendText(text, true).exceptionally(_ -> socket).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    /** Sends a frame and returns its {@code ack} or {@code error}. */
    JsonNode ask(String type, Map<String, ?> fields) {
        return answer(type, fields)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Sends a frame; its {@code ack} or {@code error} follows. */
    CompletableFuture<JsonNode> answer(String type, Map<String, ?> fields) {
        String id = UUID.randomUUID().toString();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        write(id, type, fields);
        return answer;
    }

    /** Sends a text under a fresh message id and returns the {@code ack}. */
    JsonNode say(String conversation, String text) {
        return say(conversation, UuidCreator.getTimeOrderedEpoch().toString(), text);
    }

    JsonNode say(String conversation, String message, String text) {
        return ask("send", Map.of("conversation", conversation, "message", message, "text", text));
    }

    void markRead(String conversation, long upTo) {
        ask("read", Map.of("upTo", Map.of(conversation, upTo)));
    }

    void markReceived(String conversation, long upTo) {
        ask("received", Map.of("upTo", Map.of(conversation, upTo)));
    }

    JsonNode awaitFrame(String type, Predicate<JsonNode> matching) {
        return awaitFrame(frame -> type.equals(frame.get("type").asString()) && matching.test(frame));
    }

    private JsonNode awaitFrame(Predicate<JsonNode> matching) {
        return await().atMost(PATIENCE)
                .until(() -> frames.stream().filter(matching).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** The texts of a conversation in the order they came, once there are as many as expected. */
    List<String> awaitTexts(String conversation, int count) {
        return await().atMost(PATIENCE).until(() -> texts(conversation), texts -> texts.size() >= count);
    }

    List<String> texts(String conversation) {
        return events(conversation, "conversation.message-sent.v1")
                .map(event -> event.get("data").get("content").get("text").asString())
                .toList();
    }

    /** How many frames were acknowledged. */
    long acks() {
        return frames.stream()
                .filter(frame -> "ack".equals(frame.get("type").asString()))
                .count();
    }

    List<Long> sequences(String conversation) {
        return frames.stream()
                .filter(frame -> "event".equals(frame.get("type").asString()))
                .filter(frame -> conversation.equals(frame.path("conversation").asString("")))
                .map(frame -> frame.get("sequence").asLong())
                .toList();
    }

    private Stream<JsonNode> events(String conversation, String name) {
        return frames.stream()
                .filter(frame -> "event".equals(frame.get("type").asString()))
                .filter(frame -> conversation.equals(frame.path("conversation").asString("")))
                .filter(frame -> name.equals(frame.get("name").asString()));
    }

    JsonNode awaitEvent(String conversation, String name) {
        return await().atMost(PATIENCE)
                .until(() -> events(conversation, name).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    JsonNode awaitReceipt(String conversation, Person member, String kind, long upTo) {
        return awaitFrame(
                "receipt",
                frame -> conversation.equals(frame.get("conversation").asString())
                        && member.user().equals(frame.get("member").asString())
                        && kind.equals(frame.get("kind").asString())
                        && frame.get("upTo").asLong() >= upTo);
    }

    boolean toldReceipt(String conversation, Person member, String kind) {
        return frames.stream()
                .anyMatch(frame -> "receipt".equals(frame.get("type").asString())
                        && conversation.equals(frame.get("conversation").asString())
                        && member.user().equals(frame.get("member").asString())
                        && kind.equals(frame.get("kind").asString()));
    }

    boolean toldTyping(String conversation) {
        return frames.stream()
                .anyMatch(frame -> "typing".equals(frame.get("type").asString())
                        && conversation.equals(frame.get("conversation").asString()));
    }

    boolean toldPresence(Person of) {
        return frames.stream()
                .anyMatch(frame -> "presence".equals(frame.get("type").asString())
                        && of.user().equals(frame.get("user").asString()));
    }

    /** Whether anything was told of a stream that is not a conversation's. */
    boolean toldOf(String stream) {
        return frames.stream()
                .anyMatch(frame -> stream.equals(frame.path("stream").asString("")));
    }

    JsonNode awaitPresence(Person of, boolean online) {
        return await().atMost(PATIENCE)
                .until(
                        () -> frames.stream()
                                .filter(frame ->
                                        "presence".equals(frame.get("type").asString()))
                                .filter(frame ->
                                        of.user().equals(frame.get("user").asString()))
                                .reduce((_, later) -> later)
                                .filter(frame -> frame.get("online").asBoolean() == online),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The newest cursor this device was given. */
    String cursor() {
        return frames.stream()
                .filter(frame -> frame.hasNonNull("cursor"))
                .map(frame -> frame.get("cursor").asString())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** A text that came by a replay carries the cursor from before; one that covers it comes after. */
    void awaitCursorAfter(String before) {
        await().atMost(PATIENCE).until(() -> !cursor().equals(before));
    }

    /** A new socket that says where this one ended. */
    Device reconnect() {
        return connect(person, cursor());
    }

    boolean isClosed() {
        return closed.isDone();
    }

    int awaitClose() {
        return await().atMost(PATIENCE).until(() -> closed.getNow(0), code -> code != 0);
    }

    /** Drops the connection without a goodbye. */
    void vanish() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!closed.isDone() && !socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
        socket.abort();
        assertThat(undocumented).isEmpty();
    }
}
