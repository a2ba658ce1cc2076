package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People ask each other to be friends, and both are told on all their devices. */
class FriendsTest {

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");

    @Test
    void aRequestAndItsAnswerReachAllDevicesOfBothAndTheirLists() {
        try (Device atAlice = alice.connect();
                Device alicesOther = alice.signInAgain().connect();
                Device atBob = bob.connect()) {
            long asked = change(alice, "PUT", "/api/me/friend-requests/" + bob.user(), "{\"line\":\"we met\"}");
            JsonNode told = awaitNamed(atBob, "friendship.requested.v1");
            assertThat(told.get("position").asLong()).isEqualTo(asked);
            assertThat(told.at("/data/content/line").asString()).isEqualTo("we met");
            awaitNamed(alicesOther, "friendship.requested.v1");
            assertThat(list(bob, asked).at("/incoming/0/line").asString()).isEqualTo("we met");
            assertThat(list(bob, asked).at("/incoming/0/person/user").asString())
                    .isEqualTo(alice.user());
            assertThat(list(alice, asked).at("/outgoing/0/person/user").asString())
                    .isEqualTo(bob.user());

            long accepted = change(bob, "PUT", "/api/me/friends/" + alice.user(), null);
            awaitNamed(atAlice, "friendship.accepted.v1");
            awaitNamed(alicesOther, "friendship.accepted.v1");
            assertThat(list(alice, accepted).at("/friends/0/user").asString()).isEqualTo(bob.user());
            assertThat(list(alice, accepted).get("outgoing")).isEmpty();
            assertThat(list(bob, accepted).at("/friends/0/user").asString()).isEqualTo(alice.user());
        }
    }

    @Test
    void whoWasAwayLearnsOfItWhenTheyComeBack() {
        Device away = bob.connect();
        String cursor = away.cursor();
        away.close();
        change(alice, "PUT", "/api/me/friend-requests/" + bob.user(), "{}");
        try (Device back = Device.connect(bob, cursor)) {
            awaitNamed(back, "friendship.requested.v1");
        }
    }

    @Test
    void friendsWithoutAConversationAreToldOfNamesAndOfAnErasure() {
        change(alice, "PUT", "/api/me/friend-requests/" + bob.user(), "{}");
        change(bob, "PUT", "/api/me/friends/" + alice.user(), null);
        try (Device atBob = bob.connect()) {
            http.exchange(alice.token(), "PUT", "/api/me/profile", """
                            {"username":"%s","displayName":"Alicia"}""".formatted(alice.username()))
                    .expect(200);
            awaitNamed(atBob, "account.profile-changed.v1");
            await().untilAsserted(() -> assertThat(
                            list(bob, 0).at("/friends/0/displayName").asString())
                    .isEqualTo("Alicia"));
            http.exchange(alice.token(), "DELETE", "/api/me", "{\"password\":\"" + Person.PASSWORD + "\"}")
                    .expect(202);
            atBob.await(
                    "erased", frame -> alice.user().equals(frame.get("account").asString()));
            assertThat(list(bob, 0).get("friends")).isEmpty();
        }
    }

    @Test
    void whatSomeoneIsUpToIsToldToFriendsAndNotAcrossABlock() {
        change(alice, "PUT", "/api/me/friend-requests/" + bob.user(), "{}");
        change(bob, "PUT", "/api/me/friends/" + alice.user(), null);
        Person carol = Person.register(http, "carol");
        String group = alice.groupWith("three", bob, carol);
        change(carol, "PUT", "/api/me/blocks/" + alice.user(), null);
        try (Device atBob = bob.connect();
                Device atCarol = carol.connect()) {
            change(alice, "PUT", "/api/me/status", "{\"line\":\"At the sea\"}");
            JsonNode told = awaitNamed(atBob, "account.status-changed.v1");
            assertThat(told.at("/data/content/line").asString()).isEqualTo("At the sea");
            await().untilAsserted(() -> assertThat(
                            list(bob, 0).at("/friends/0/status/line").asString())
                    .isEqualTo("At the sea"));
            bob.write(group, "after");
            atCarol.awaitEvent(group, "conversation.message-sent.v1");
            assertThat(atCarol.toldOf("account/" + alice.user())).isFalse();
        }
    }

    private static JsonNode awaitNamed(Device device, String name) {
        return device.await("event", frame -> name.equals(frame.path("name").asString("")));
    }

    private long change(Person person, String method, String path, @Nullable String body) {
        return http.exchange(person.token(), method, path, body)
                .expect(200)
                .body()
                .get("position")
                .asLong();
    }

    private JsonNode list(Person person, long after) {
        return http.exchange(person.token(), "GET", "/api/me/friends", null, "Parley-After", Long.toString(after))
                .expect(200)
                .body();
    }
}
