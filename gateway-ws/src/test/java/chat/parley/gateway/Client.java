package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.testing.JsonSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A client's socket to a node and what it was told of conversations. */
final class Client extends JsonSocket {

    private Client(GatewayNode node, String ticket, @Nullable String origin) {
        super(node.address(), ticket, origin);
    }

    static Client open(GatewayNode node, String ticket, @Nullable String origin) {
        return new Client(node, ticket, origin);
    }

    void resume(String... cursor) {
        write(cursor.length == 0 ? Map.of("type", "resume") : Map.of("type", "resume", "cursor", cursor[0]));
    }

    /** Whatever it was told before this was asked has come by then. */
    void awaitPong() {
        ask(Map.of("type", "ping"))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    List<String> types() {
        return told().stream().map(frame -> frame.get("type").asString()).toList();
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

    /** Code and name of the close. */
    String awaitClose() {
        return awaitClosed().toString();
    }
}
