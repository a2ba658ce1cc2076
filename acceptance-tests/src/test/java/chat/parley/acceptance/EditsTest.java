package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the members of a group are told of an edit: those who see the message its text, live and later, and nobody else. */
class EditsTest {

    private static final String EDITED = "conversation.message-edited.v1";

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");
    private final Person carol = Person.register(http, "carol");
    private final String group = alice.groupWith("Tea party", bob);

    private JsonNode edit(String message, JsonNode sent, String text) {
        String path = "/api/conversations/" + group + "/messages/" + message + "/text?sequence=" + sent.get("sequence");
        String body = Http.JSON.writeValueAsString(Map.of("text", text, "replaces", sent.get("sequence")));
        return http.exchange(alice.token(), "PUT", path, body).expect(200).body();
    }

    private JsonNode eventAt(Person reader, JsonNode edit) {
        String path = "/api/conversations/%s/events?from=%s&to=%2$s".formatted(group, edit.get("sequence"));
        return http.get(reader.token(), path).expect(200).body().get("items").get(0);
    }

    private static void assertTold(JsonNode event, boolean text) {
        assertThat(event.get("name").asString()).isEqualTo(EDITED);
        JsonNode content = event.get("data").get("content");
        assertThat(content.path("text").asString("")).isEqualTo(text ? "tea at four" : "");
    }

    @Test
    void whoSeesTheMessageIsToldItsNewTextAndWhoJoinedLaterThatThereIsOne() {
        try (Device atBob = bob.connect();
                Device atCarol = carol.connect()) {
            String bobsCursor = atBob.cursor();
            String carolsCursor = atCarol.cursor();
            String message = UuidCreator.getTimeOrderedEpoch().toString();
            JsonNode sent = http.post(
                            alice.token(),
                            "/api/conversations/" + group + "/messages",
                            Map.of("message", message, "text", "tea at five"))
                    .expect(200)
                    .body();
            alice.add(group, carol);
            JsonNode edit = edit(message, sent, "tea at four");

            assertTold(atBob.awaitEvent(group, EDITED), true);
            assertTold(atCarol.awaitEvent(group, EDITED), false);
            assertTold(eventAt(bob, edit), true);
            assertTold(eventAt(carol, edit), false);
            try (Device later = Device.connect(bob, bobsCursor)) {
                assertTold(later.awaitEvent(group, EDITED), true);
            }
            try (Device later = Device.connect(carol, carolsCursor)) {
                assertTold(later.awaitEvent(group, EDITED), false);
            }
        }
    }
}
