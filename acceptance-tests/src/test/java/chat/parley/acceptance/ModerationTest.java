package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Members of a group report what they see to those who lead it, who deal with it. */
class ModerationTest {

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");
    private final Person carol = Person.register(http, "carol");
    private final String group = alice.groupWith("tea", bob, carol);

    @Test
    void aReportReachesThoseWhoLeadWithItsMessageAndIsDealtWith() {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect();
                Device atCarol = carol.connect()) {
            carol.write(group, "something rude");
            JsonNode sent = atBob.awaitEvent(group, "conversation.message-sent.v1");
            String message = "/api/conversations/" + group + "/messages/"
                    + sent.at("/data/message").asString();
            String sequence = "?sequence=" + sent.get("sequence").asLong();
            exchange(bob, "POST", message + "/reports" + sequence, "{\"line\":\"it is rude\"}");
            awaitNamed(atAlice, "report.filed.v1");

            JsonNode report = reports(alice).get(0);
            assertThat(report.at("/reporter/user").asString()).isEqualTo(bob.user());
            assertThat(report.at("/about/user").asString()).isEqualTo(carol.user());
            assertThat(report.at("/message/text").asString()).isEqualTo("something rude");
            assertThat(report.get("line").asString()).isEqualTo("it is rude");

            http.exchange(bob.token(), "DELETE", message + sequence, null).expect(403);
            exchange(alice, "DELETE", message + sequence, null);
            JsonNode deleted = atCarol.awaitEvent(group, "conversation.message-deleted.v1");
            assertThat(deleted.at("/data/deletedBy").asString()).isEqualTo(alice.user());
            assertThat(exchange(carol, "DELETE", message + sequence, null).get("sequence"))
                    .as("what was deleted is deleted once")
                    .isEqualTo(deleted.get("sequence"));
            assertThat(reports(alice).get(0).get("message").has("text")).isFalse();

            exchange(alice, "DELETE", report(report), null);
            awaitNamed(atBob, "report.settled.v1");
            assertThat(reports(alice)).isEmpty();
            bob.write(group, "thank you");
            atCarol.await(
                    "event",
                    frame -> frame.at("/data/content/text").asString("").equals("thank you"));
            assertThat(atCarol.toldOf(stream(report)))
                    .as("nobody is told who reports them")
                    .isFalse();
        }
    }

    @Test
    void whoIsReportedSeesItNotThoughTheyLead() {
        exchange(
                alice,
                "PUT",
                "/api/conversations/" + group + "/members/" + carol.user() + "/role",
                "{\"role\":\"admin\"}");
        exchange(bob, "POST", "/api/conversations/" + group + "/members/" + carol.user() + "/reports", "{}");
        JsonNode report = reports(alice).get(0);
        assertThat(report.at("/about/user").asString()).isEqualTo(carol.user());
        assertThat(reports(carol)).isEmpty();
        http.exchange(carol.token(), "DELETE", report(report), null).expect(409);
        http.exchange(bob.token(), "GET", "/api/conversations/" + group + "/reports", null)
                .expect(403);
        String direct = http.post(bob.token(), "/api/conversations/direct", Map.of("username", carol.username()))
                .expect(201)
                .body()
                .get("conversation")
                .asString();
        http.exchange(
                        bob.token(),
                        "POST",
                        "/api/conversations/" + direct + "/members/" + carol.user() + "/reports",
                        "{}")
                .expect(422);
    }

    @Test
    void whoIsMutedIsToldUntilWhenAndSaysNothingUntilItIsLifted() {
        String mute = "/api/conversations/" + group + "/members/" + carol.user() + "/mute";
        String messages = "/api/conversations/" + group + "/messages";
        try (Device atBob = bob.connect();
                Device atCarol = carol.connect()) {
            http.exchange(alice.token(), "PUT", mute, "{\"minutes\":0}").expect(422);
            http.exchange(alice.token(), "PUT", mute, "{\"minutes\":525601}").expect(422);
            http.exchange(bob.token(), "PUT", mute, "{\"minutes\":5}").expect(403);
            exchange(alice, "PUT", mute, "{\"minutes\":5}");
            JsonNode muted = atCarol.awaitEvent(group, "conversation.mute-changed.v1");
            assertThat(muted.at("/data/member").asString()).isEqualTo(carol.user());
            assertThat(muted.at("/data/changedBy").asString()).isEqualTo(alice.user());
            JsonNode told = exchange(carol, "GET", "/api/conversations/" + group, null)
                    .get("mutes")
                    .get(0);
            assertThat(told.get("member").asString()).isEqualTo(carol.user());
            assertThat(told.get("until")).isEqualTo(muted.at("/data/until"));

            String text = """
                {"message":"%s","text":"hello"}\
                """.formatted(UuidCreator.getTimeOrderedEpoch());
            assertThat(http.exchange(carol.token(), "POST", messages, text)
                            .expect(403)
                            .body()
                            .get("code")
                            .asString())
                    .isEqualTo("muted");
            exchange(alice, "DELETE", mute, null);
            atCarol.await(
                    "event",
                    frame -> frame.path("name").asString("").equals("conversation.mute-changed.v1")
                            && !frame.get("data").hasNonNull("until"));
            assertThat(exchange(carol, "GET", "/api/conversations/" + group, null)
                            .has("mutes"))
                    .isFalse();
            carol.write(group, "I am sorry");
            atBob.await(
                    "event",
                    frame -> frame.at("/data/content/text").asString("").equals("I am sorry"));
        }
    }

    private String report(JsonNode report) {
        return "/api/conversations/" + group + "/reports/"
                + report.get("report").asString();
    }

    private String stream(JsonNode report) {
        return "report/" + group + "/" + report.get("report").asString();
    }

    private JsonNode reports(Person person) {
        return exchange(person, "GET", "/api/conversations/" + group + "/reports", null)
                .get("items");
    }

    private static JsonNode awaitNamed(Device device, String name) {
        return device.await("event", frame -> name.equals(frame.path("name").asString("")));
    }

    private JsonNode exchange(Person person, String method, String path, @Nullable String body) {
        return http.exchange(person.token(), method, path, body).expect(200).body();
    }
}
