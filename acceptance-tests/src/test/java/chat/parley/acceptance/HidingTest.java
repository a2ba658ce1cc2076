package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody deletes for themselves is so on all of their devices, live and after a time away, and stays with everyone else. */
class HidingTest {

    private final Person alice = Person.register(World.shared(), "alice");
    private final Person bob = Person.register(World.shared(), "bob");
    private final String talk = alice.conversationWith(bob);

    @Test
    void whatIsDeletedForOneselfReachesOnesOwnDevicesLiveAndOnResumeAndNobodyElse() {
        bob.write(talk, "one");
        bob.write(talk, "two");
        Person second = alice.signInAgain();
        String before;
        try (Device away = second.connect()) {
            before = away.cursor();
        }
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            long position = change(alice, Map.of("hide", List.of(1)));
            assertHidden(awaitHidden(atAlice, position));
            try (Device back = Device.connect(second, before)) {
                assertHidden(awaitHidden(back, position));
            }
            atAlice.say(talk, "so that what came before has come");
            atBob.awaitTexts(talk, 1);
            assertThat(atBob.toldOf("hidden/" + talk + "/" + alice.user())).isFalse();
            JsonNode hers = conversation(second, position);
            assertThat(hers.get("hidden").get("asOf").asLong()).isEqualTo(position);
            assertThat(conversation(bob, position).has("hidden")).isFalse();
            long shown = change(alice, Map.of("show", List.of(1)));
            assertThat(conversation(second, shown).get("hidden").get("numbers").isEmpty())
                    .isTrue();
        }
    }

    private long change(Person who, Map<String, ?> change) {
        return World.shared()
                .exchange(
                        who.token(),
                        "PATCH",
                        "/api/conversations/" + talk + "/hidden",
                        Http.JSON.writeValueAsString(change))
                .expect(200)
                .body()
                .get("position")
                .asLong();
    }

    private JsonNode conversation(Person who, long after) {
        return World.shared()
                .exchange(who.token(), "GET", "/api/conversations/" + talk, null, "Parley-After", Long.toString(after))
                .expect(200)
                .body();
    }

    private static JsonNode awaitHidden(Device device, long position) {
        return device.await("event", frame -> frame.path("position").asLong() == position && frame.has("stream"));
    }

    private void assertHidden(JsonNode frame) {
        assertThat(frame.get("stream").asString()).isEqualTo("hidden/" + talk + "/" + alice.user());
        assertThat(frame.get("name").asString()).isEqualTo("hidden.changed.v1");
        assertThat(frame.get("data").get("numbers").toString()).isEqualTo("[{\"first\":1,\"last\":1}]");
    }
}
