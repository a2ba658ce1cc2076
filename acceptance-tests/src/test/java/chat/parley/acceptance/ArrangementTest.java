package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How somebody arranges their list is the same on all of their devices, live and after a time away, and is told to nobody else. */
class ArrangementTest {

    private final Person alice = Person.register(World.shared(), "alice");
    private final Person bob = Person.register(World.shared(), "bob");
    private final Person carol = Person.register(World.shared(), "carol");
    private final String withBob = alice.conversationWith(bob);
    private final String withCarol = alice.conversationWith(carol);

    @Test
    void anArrangementReachesOnesOwnDevicesLiveAndOnResumeAndNobodyElse() {
        Person second = alice.signInAgain();
        String before;
        try (Device away = second.connect()) {
            before = away.cursor();
        }
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            arrange(withBob, Map.of("pinned", true));
            long position = arrange(withBob, Map.of("mutedUntil", "2999-01-01T00:00:00Z"));
            assertArranged(awaitArranged(atAlice, position));
            try (Device back = Device.connect(second, before)) {
                assertArranged(awaitArranged(back, position));
            }
            atAlice.say(withBob, "so that what came before has come");
            atBob.awaitTexts(withBob, 1);
            assertThat(atBob.toldOf(stream())).isFalse();
            JsonNode first = World.shared()
                    .exchange(second.token(), "GET", "/api/conversations?limit=1", null, "Parley-After", "" + position)
                    .expect(200)
                    .body()
                    .get("items")
                    .get(0);
            assertThat(first.get("conversation").asString()).isEqualTo(withBob);
            assertThat(first.get("arrangement").get("asOf").asLong()).isEqualTo(position);
        }
    }

    @Test
    void whatIsPinnedStaysAboveWhatIsNewer() {
        arrange(withBob, Map.of("pinned", true));
        alice.write(withCarol, "newer");
        assertThat(order(arrange(withCarol, Map.of("favourite", true)))).containsExactly(withBob, withCarol);
        assertThat(order(arrange(withBob, Map.of("pinned", false)))).containsExactly(withCarol, withBob);
    }

    private Iterable<String> order(long after) {
        return World.shared()
                .exchange(alice.token(), "GET", "/api/conversations", null, "Parley-After", Long.toString(after))
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("conversation").asString())
                .toList();
    }

    private long arrange(String conversation, Map<String, ?> change) {
        return World.shared()
                .exchange(
                        alice.token(),
                        "PATCH",
                        "/api/conversations/" + conversation + "/arrangement",
                        Http.JSON.writeValueAsString(change))
                .expect(200)
                .body()
                .get("position")
                .asLong();
    }

    private static JsonNode awaitArranged(Device device, long position) {
        return device.await("event", frame -> frame.path("position").asLong() == position && frame.has("stream"));
    }

    private String stream() {
        return "arrangement/" + withBob + "/" + alice.user();
    }

    private void assertArranged(JsonNode frame) {
        assertThat(frame.get("stream").asString()).isEqualTo(stream());
        assertThat(frame.get("name").asString()).isEqualTo("arrangement.changed.v1");
        JsonNode arrangement = frame.get("data").get("arrangement");
        assertThat(arrangement.get("pinned").asBoolean()).isTrue();
        assertThat(arrangement.get("mutedUntil").asString()).isEqualTo("2999-01-01T00:00:00Z");
    }
}
