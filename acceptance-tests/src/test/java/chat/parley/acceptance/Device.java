package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.JsonSocket;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A socket of someone's, everything it was told, and whether the gateway's document tells of it. */
final class Device extends JsonSocket {

    private final Person person;

    private Device(Person person) {
        super(person.http().gateway().getAuthority(), person.ticket(), null);
        this.person = person;
    }

    static Device connect(Person person, @Nullable String cursor) {
        Device device = new Device(person);
        device.await("hello");
        device.write("resume", cursor == null ? Map.of() : Map.of("cursor", cursor));
        device.await("ready");
        return device;
    }

    /** Sends a frame for whose answer nobody waits. */
    void write(String type, Map<String, ?> fields) {
        var _ = answer(type, fields);
    }

    /** Sends a frame and returns its {@code ack} or {@code error}. */
    JsonNode ask(String type, Map<String, ?> fields) {
        return answer(type, fields)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Sends a frame; its {@code ack} or {@code error} follows. */
    CompletableFuture<JsonNode> answer(String type, Map<String, ?> fields) {
        Map<String, Object> frame = new HashMap<>(fields);
        frame.put("type", type);
        return ask(frame);
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

    /** The texts of a conversation in the order they came, once there are as many as expected. */
    List<String> awaitTexts(String conversation, int count) {
        return Awaitility.await().atMost(PATIENCE).until(() -> texts(conversation), texts -> texts.size() >= count);
    }

    List<String> texts(String conversation) {
        return events(conversation, "conversation.message-sent.v1")
                .map(event -> event.get("data").get("content").get("text").asString())
                .toList();
    }

    /** How many frames were acknowledged. */
    long acks() {
        return told("ack").size();
    }

    List<Long> sequences(String conversation) {
        return told("event").stream()
                .filter(frame -> conversation.equals(frame.path("conversation").asString("")))
                .map(frame -> frame.get("sequence").asLong())
                .toList();
    }

    private Stream<JsonNode> events(String conversation, String name) {
        return told("event").stream()
                .filter(frame -> conversation.equals(frame.path("conversation").asString("")))
                .filter(frame -> name.equals(frame.get("name").asString()));
    }

    JsonNode awaitEvent(String conversation, String name) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> events(conversation, name).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    JsonNode awaitReceipt(String conversation, Person member, String kind, long upTo) {
        return await(
                "receipt",
                frame -> conversation.equals(frame.get("conversation").asString())
                        && member.user().equals(frame.get("member").asString())
                        && kind.equals(frame.get("kind").asString())
                        && frame.get("upTo").asLong() >= upTo);
    }

    boolean toldReceipt(String conversation, Person member, String kind) {
        return told("receipt").stream()
                .anyMatch(frame -> conversation.equals(frame.get("conversation").asString())
                        && member.user().equals(frame.get("member").asString())
                        && kind.equals(frame.get("kind").asString()));
    }

    boolean toldTyping(String conversation) {
        return told("typing").stream()
                .anyMatch(frame -> conversation.equals(frame.get("conversation").asString()));
    }

    boolean toldPresence(Person of) {
        return told("presence").stream()
                .anyMatch(frame -> of.user().equals(frame.get("user").asString()));
    }

    /** Whether anything was told of a stream that is not a conversation's. */
    boolean toldOf(String stream) {
        return told().stream()
                .anyMatch(frame -> stream.equals(frame.path("stream").asString("")));
    }

    JsonNode awaitPresence(Person of, boolean online) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> told("presence").stream()
                                .filter(frame ->
                                        of.user().equals(frame.get("user").asString()))
                                .reduce((_, later) -> later)
                                .filter(frame -> frame.get("online").asBoolean() == online),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** A text that came by a replay carries the cursor from before; one that covers it comes after. */
    void awaitCursorAfter(String before) {
        Awaitility.await().atMost(PATIENCE).until(() -> !cursor().equals(before));
    }

    /** A new socket that says where this one ended. */
    Device reconnect() {
        return connect(person, cursor());
    }

    int awaitClose() {
        return awaitClosed().code();
    }

    @Override
    public void close() {
        super.close();
        assertThat(told())
                .allSatisfy(frame ->
                        assertThat(Documents.errors(frame)).as("%s", frame).isEmpty());
    }
}
