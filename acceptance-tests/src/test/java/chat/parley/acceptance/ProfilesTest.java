package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who changes what others see of them is seen so at once by everyone they talk with, and by nobody else. */
class ProfilesTest {

    private final Person alice = Person.register(World.shared(), "alice");
    private final Person bob = Person.register(World.shared(), "bob");
    private final Person carol = Person.register(World.shared(), "carol");
    private final String conversation = alice.conversationWith(bob);

    @Test
    void aChangedProfileReachesPeersAndOwnDevicesLiveAndOnResumeAndNoStranger() {
        String username = "alicia_" + UUID.randomUUID().toString().substring(0, 8);
        String before;
        try (Device bobs = bob.connect()) {
            before = bobs.cursor();
        }
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect();
                Device atCarol = carol.connect()) {
            long position =
                    change(Map.of("username", username, "displayName", "Alicia", "about", "Down the rabbit hole"));
            for (Device device : new Device[] {atAlice, atBob}) {
                assertAlicia(awaitProfile(device), username);
            }
            try (Device back = Device.connect(bob, before)) {
                assertAlicia(awaitProfile(back), username);
            }
            atCarol.ask(Map.of("type", "ping")).join();
            assertThat(atCarol.toldOf("account/" + alice.user())).isFalse();
            JsonNode member = World.shared()
                    .exchange(
                            bob.token(), "GET", "/api/users/" + username, null, "Parley-After", Long.toString(position))
                    .expect(200)
                    .body();
            assertThat(member.get("asOf").asLong()).isEqualTo(position);
            assertThat(member.get("displayName").asString()).isEqualTo("Alicia");
        }
    }

    @Test
    void addressAndNumberAreToldToOneselfAlone() {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            World.shared()
                    .exchange(
                            alice.token(),
                            "PUT",
                            "/api/me/contact",
                            Http.JSON.writeValueAsString(Map.of("email", "rabbit@example.net")))
                    .expect(200);
            JsonNode changed = atAlice.await(
                    "event",
                    frame -> "account.contact-changed.v1"
                            .equals(frame.path("name").asString("")));
            assertThat(changed.get("data").get("content").get("email").asString())
                    .isEqualTo("rabbit@example.net");
            alice.write(conversation, "so that what came before has come");
            atBob.awaitTexts(conversation, 1);
            assertThat(atBob.toldOf("account/" + alice.user())).isFalse();
            assertThat(World.shared()
                            .get(bob.token(), "/api/users?query=rabbit")
                            .body()
                            .get("items"))
                    .isEmpty();
        }
    }

    private long change(Map<String, String> profile) {
        return World.shared()
                .exchange(alice.token(), "PUT", "/api/me/profile", Http.JSON.writeValueAsString(profile))
                .expect(200)
                .body()
                .get("position")
                .asLong();
    }

    private static JsonNode awaitProfile(Device device) {
        return device.await(
                "event",
                frame -> "account.profile-changed.v1".equals(frame.path("name").asString("")));
    }

    private void assertAlicia(JsonNode frame, String username) {
        assertThat(frame.get("stream").asString()).isEqualTo("account/" + alice.user());
        JsonNode profile = frame.get("data").get("content");
        assertThat(profile.get("username").asString()).isEqualTo(username);
        assertThat(profile.get("displayName").asString()).isEqualTo("Alicia");
        assertThat(profile.get("about").asString()).isEqualTo("Down the rabbit hole");
    }
}
