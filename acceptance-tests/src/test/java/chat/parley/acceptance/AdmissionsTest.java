package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People come into groups where one side has still to agree: they are invited, or ask, and all whom it concerns are told. */
class AdmissionsTest {

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");
    private final Person carol = Person.register(http, "carol");
    private final String group = alice.groupWith("tea", bob);

    @Test
    void whoHasBlockedTheOneWhoAddsThemIsAskedLikeOneWhoIsAddedByNobody() {
        exchange(carol, "PUT", "/api/me/blocks/" + alice.user(), null);
        Person dave = Person.register(http, "dave");
        exchange(
                dave,
                "PUT",
                "/api/me/privacy",
                "{\"findable\":\"by_name\",\"writes\":\"everyone\",\"adds\":\"nobody\"}");
        try (Device atCarol = carol.connect()) {
            JsonNode answer = add(carol, dave);
            assertThat(answer.get("asked")).hasSize(2);
            assertThat(awaitNamed(atCarol, "admission.sought.v1").at("/data/by").asString())
                    .isEqualTo(alice.user());
            assertThat(own(carol).at("/0/name").asString()).isEqualTo("tea");
            assertThat(own(carol).at("/0/invitedBy/user").asString()).isEqualTo(alice.user());
            assertThat(own(dave).at("/0/conversation").asString()).isEqualTo(group);
            assertThat(waiting(alice)).hasSize(2);

            exchange(carol, "PUT", "/api/me/admissions/" + group, null);
            atCarol.awaitEvent(group, "conversation.member-added.v1");
            carol.write(group, "here I am");
            assertThat(own(carol)).isEmpty();
        }
        exchange(dave, "DELETE", "/api/me/admissions/" + group, null);
        assertThat(own(dave)).isEmpty();
        add(dave);
        assertThat(own(dave)).as("who declined is not asked again").isEmpty();
        http.exchange(dave.token(), "PUT", "/api/me/admissions/" + group, null).expect(409);
    }

    @Test
    void aRequestIsSeenByThoseWhoLeadAsItHappensAndAnsweredOnce() {
        String code = link("{\"approval\":true}");
        Person dave = Person.register(http, "dave");
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect();
                Device atCarol = carol.connect()) {
            assertThat(http.exchange(null, "GET", "/api/join-links/" + code, null)
                            .expect(200)
                            .body()
                            .get("approval")
                            .asBoolean())
                    .isTrue();
            JsonNode joining =
                    exchange(carol, "POST", "/api/join-links/" + code + "/members", "{\"line\":\"from the harbour\"}");
            assertThat(joining.get("asked").asBoolean()).isTrue();
            exchange(dave, "POST", "/api/join-links/" + code + "/members", "{}");
            assertThat(awaitNamed(atAlice, "admission.sought.v1")
                            .at("/data/content/line")
                            .asString())
                    .isEqualTo("from the harbour");
            assertThat(waiting(alice).findValuesAsString("line")).containsExactly("from the harbour");
            http.exchange(bob.token(), "GET", "/api/conversations/" + group + "/admissions", null)
                    .expect(403);

            JsonNode admitted = exchange(alice, "PUT", admission(carol), null);
            atCarol.awaitEvent(group, "conversation.member-added.v1");
            assertThat(exchange(alice, "PUT", admission(carol), null).get("position"))
                    .as("letting someone in twice lets them in once")
                    .isEqualTo(admitted.get("position"));

            exchange(alice, "DELETE", admission(dave), null);
            assertThat(waiting(alice)).isEmpty();
            assertThat(own(dave)).isEmpty();
            http.exchange(dave.token(), "POST", "/api/join-links/" + code + "/members", "{}")
                    .expect(409);
            http.exchange(alice.token(), "PUT", admission(dave), null).expect(409);
            bob.write(group, "hello");
            atBob.awaitEvent(group, "conversation.message-sent.v1");
            assertThat(atBob.toldOf("admission/" + group + "/" + carol.user()))
                    .as("members are not told who asks")
                    .isFalse();
        }
    }

    @Test
    void whoWasAwayLearnsOfAnInvitationWhenTheyComeBack() {
        exchange(carol, "PUT", "/api/me/blocks/" + alice.user(), null);
        Device away = carol.connect();
        String cursor = away.cursor();
        away.close();
        add(carol);
        try (Device back = Device.connect(carol, cursor)) {
            awaitNamed(back, "admission.sought.v1");
        }
    }

    @Test
    void anInvitationIsWorthNothingOnceTheOneWhoInvitedIsGoneOrTheGroupIsClosed() {
        exchange(carol, "PUT", "/api/me/blocks/" + bob.user(), null);
        exchange(
                alice,
                "PUT",
                "/api/conversations/" + group + "/members/" + bob.user() + "/role",
                "{\"role\":\"admin\"}");
        http.post(bob.token(), "/api/conversations/" + group + "/members", Map.of("users", List.of(carol.user())))
                .expect(200);
        assertThat(own(carol)).hasSize(1);
        alice.remove(group, bob);
        http.exchange(carol.token(), "PUT", "/api/me/admissions/" + group, null).expect(409);
        exchange(alice, "PUT", "/api/conversations/" + group + "/closed", null);
        assertThat(own(carol)).isEmpty();
    }

    private JsonNode add(Person... people) {
        List<String> users = List.of(people).stream().map(Person::user).toList();
        return http.post(alice.token(), "/api/conversations/" + group + "/members", Map.of("users", users))
                .expect(200)
                .body();
    }

    private String link(String body) {
        return http.exchange(alice.token(), "POST", "/api/conversations/" + group + "/links", body)
                .expect(201)
                .body()
                .get("code")
                .asString();
    }

    private String admission(Person person) {
        return "/api/conversations/" + group + "/admissions/" + person.user();
    }

    private JsonNode own(Person person) {
        return exchange(person, "GET", "/api/me/admissions", null).get("items");
    }

    private JsonNode waiting(Person person) {
        return exchange(person, "GET", "/api/conversations/" + group + "/admissions", null)
                .get("items");
    }

    private static JsonNode awaitNamed(Device device, String name) {
        return device.await("event", frame -> name.equals(frame.path("name").asString("")));
    }

    private JsonNode exchange(Person person, String method, String path, @Nullable String body) {
        return http.exchange(person.token(), method, path, body).expect(200).body();
    }
}
