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

    private Person addedByNobody(String name) {
        Person person = Person.register(http, name);
        exchange(
                person,
                "PUT",
                "/api/me/privacy",
                "{\"findable\":\"by_name\",\"writes\":\"everyone\",\"adds\":\"nobody\"}");
        return person;
    }

    @Test
    void whoIsAddedByNobodyIsInvitedAndComesOrDeclines() {
        Person dave = addedByNobody("dave");
        Person erin = addedByNobody("erin");
        try (Device atErin = erin.connect()) {
            assertThat(add(erin, dave).get("asked")).hasSize(2);
            assertThat(awaitNamed(atErin, "admission.sought.v1").at("/data/by").asString())
                    .isEqualTo(alice.user());
            assertThat(own(erin).at("/0/name").asString()).isEqualTo("tea");
            assertThat(own(erin).at("/0/invitedBy/user").asString()).isEqualTo(alice.user());
            assertThat(own(dave).at("/0/conversation").asString()).isEqualTo(group);
            assertThat(waiting(alice)).hasSize(2);

            exchange(erin, "PUT", "/api/me/admissions/" + group, null);
            atErin.awaitEvent(group, "conversation.member-added.v1");
            erin.write(group, "here I am");
            assertThat(own(erin)).isEmpty();
        }
        exchange(dave, "DELETE", "/api/me/admissions/" + group, null);
        assertThat(own(dave)).isEmpty();
        add(dave);
        assertThat(own(dave)).as("who declined is not asked again").isEmpty();
        http.exchange(dave.token(), "PUT", "/api/me/admissions/" + group, null).expect(409);
    }

    @Test
    void whoIsBlockedReachesNobodyByInvitingThemAndCannotTellAndOthersDo() {
        Person dave = addedByNobody("dave");
        Person erin = addedByNobody("erin");
        exchange(erin, "PUT", "/api/me/blocks/" + alice.user(), null);
        exchange(
                alice,
                "PUT",
                "/api/conversations/" + group + "/members/" + bob.user() + "/role",
                "{\"role\":\"admin\"}");
        Device away = erin.connect();
        String cursor = away.cursor();
        away.close();
        try (Device atAlice = alice.connect();
                Device atErin = erin.connect()) {
            assertThat(add(erin, dave).get("asked")).hasSize(2);
            assertThat(waiting(alice)).hasSize(2);
            assertThat(soughtAt(atAlice, erin).propertyNames())
                    .as("what is told of who blocks them and of who does not")
                    .isEqualTo(soughtAt(atAlice, dave).propertyNames());
            assertThat(own(dave)).hasSize(1);
            assertThat(own(erin)).isEmpty();
            exchange(alice, "DELETE", admission(erin), null);
            add(erin);

            http.post(bob.token(), "/api/conversations/" + group + "/members", Map.of("users", List.of(erin.user())))
                    .expect(200);
            requireInvitedByBobAlone(atErin, erin);
        }
        try (Device back = Device.connect(erin, cursor)) {
            requireInvitedByBobAlone(back, erin);
        }
        assertThat(own(erin).at("/0/invitedBy/user").asString()).isEqualTo(bob.user());
        exchange(erin, "PUT", "/api/me/blocks/" + bob.user(), null);
        assertThat(own(erin)).as("whom one blocks afterwards").isEmpty();
    }

    @Test
    void unblockingBringsNoInvitationBack() {
        exchange(carol, "PUT", "/api/me/blocks/" + alice.user(), null);
        add(carol);
        exchange(carol, "DELETE", "/api/me/blocks/" + alice.user(), null);
        assertThat(own(carol)).isEmpty();
    }

    /** What is told of one stream is told in its order. */
    private void requireInvitedByBobAlone(Device device, Person invited) {
        String stream = "admission/" + group + "/" + invited.user();
        device.await(
                "event",
                frame -> frame.path("stream").asString("").equals(stream)
                        && frame.at("/data/by").asString().equals(bob.user()));
        assertThat(device.told("event"))
                .filteredOn(frame -> frame.path("stream").asString("").equals(stream))
                .hasSize(1);
    }

    private JsonNode soughtAt(Device device, Person person) {
        return device.await(
                        "event",
                        frame -> "admission.sought.v1".equals(frame.path("name").asString(""))
                                && frame.at("/data/person").asString().equals(person.user()))
                .get("data");
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
        Person dave = addedByNobody("dave");
        Device away = dave.connect();
        String cursor = away.cursor();
        away.close();
        add(dave);
        try (Device back = Device.connect(dave, cursor)) {
            awaitNamed(back, "admission.sought.v1");
        }
    }

    @Test
    void anInvitationIsWorthNothingOnceTheOneWhoInvitedIsGoneOrTheGroupIsClosed() {
        Person dave = addedByNobody("dave");
        exchange(
                alice,
                "PUT",
                "/api/conversations/" + group + "/members/" + bob.user() + "/role",
                "{\"role\":\"admin\"}");
        http.post(bob.token(), "/api/conversations/" + group + "/members", Map.of("users", List.of(dave.user())))
                .expect(200);
        assertThat(own(dave)).hasSize(1);
        alice.remove(group, bob);
        http.exchange(dave.token(), "PUT", "/api/me/admissions/" + group, null).expect(409);
        exchange(alice, "PUT", "/api/conversations/" + group + "/closed", null);
        assertThat(own(dave)).isEmpty();
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
