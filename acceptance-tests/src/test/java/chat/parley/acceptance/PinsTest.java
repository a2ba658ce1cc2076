package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A message is pinned for everyone who sees it, live and later, until it is unpinned or deleted. */
class PinsTest {

    private static final String PINNED = "conversation.message-pinned.v1";

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");
    private final String group = alice.groupWith("Gardeners", bob);

    @Test
    void whatAnOwnerPinsIsToldToTheMembersAndListedUntilItIsDeleted() {
        String message = UuidCreator.getTimeOrderedEpoch().toString();
        JsonNode sent = http.post(
                        bob.token(),
                        "/api/conversations/" + group + "/messages",
                        Map.of("message", message, "text", "water the roses"))
                .expect(200)
                .body();
        String path = "/api/conversations/" + group + "/messages/" + message + "%s?sequence=" + sent.get("sequence");
        try (Device atBob = bob.connect()) {
            JsonNode pinned = http.exchange(alice.token(), "PUT", path.formatted("/pin"), null)
                    .expect(200)
                    .body();
            JsonNode event = atBob.awaitEvent(group, PINNED);
            assertThat(event.get("sequence")).isEqualTo(pinned.get("sequence"));
            assertThat(event.get("data").get("message").asString()).isEqualTo(message);
            assertThat(pins(bob, pinned)).containsExactly(message);
            JsonNode deleted = http.exchange(bob.token(), "DELETE", path.formatted(""), null)
                    .expect(200)
                    .body();
            assertThat(pins(bob, deleted)).isEmpty();
        }
    }

    private List<String> pins(Person person, JsonNode since) {
        return http.exchange(
                        person.token(),
                        "GET",
                        "/api/conversations/" + group,
                        null,
                        "Parley-After",
                        since.get("position").asString())
                .expect(200)
                .body()
                .path("pins")
                .valueStream()
                .map(pin -> pin.get("message").asString())
                .toList();
    }
}
