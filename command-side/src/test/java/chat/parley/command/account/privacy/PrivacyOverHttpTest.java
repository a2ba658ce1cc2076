package chat.parley.command.account.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may write to someone and add them to groups; the answer is that of a block. */
@CommandSideTest
class PrivacyOverHttpTest {

    @LocalServerPort
    private int port;

    private Api api;
    private Person alice;
    private Person bob;

    @BeforeEach
    void twoPeople() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
    }

    @Test
    void whoTakesFromNobodyIsWrittenToByNobodyInConversationsThatThereAreToo() {
        String conversation = start(bob, alice).text("conversation");
        assertThat(say(bob, conversation).status()).isEqualTo(200);
        allow(alice, "nobody", "everyone");
        assertRefused(say(bob, conversation));
        assertRefused(say(bob, conversation));
        assertThat(say(alice, conversation).status())
                .as("she may write herself")
                .isEqualTo(200);
        Person carol = api.register("carol");
        assertRefused(start(carol, alice));
        assertRefused(ask(carol, alice));
        assertThat(start(alice, carol).status()).isEqualTo(201);
        assertRefused(say(carol, start(carol, alice).text("conversation")));
        allow(alice, "everyone", "everyone");
        await().untilAsserted(() -> assertThat(say(bob, conversation).status()).isEqualTo(200));
    }

    @Test
    void whatIsLeftOutOrIsNoSuchValueIsRefusedAndShowsNothingToAnybody() {
        for (String unclear : List.of(
                "{\"findable\":\"by_name\",\"visibility\":{\"online\":\"nobody\"}}",
                "{\"findable\":\"by_name\",\"visibility\":{}}",
                "{\"findable\":\"x\"}",
                "{\"findable\":\"by_name\",\"writes\":\"NOBODY\"}",
                "{\"findable\":\"by_name\",\"writes\":1}")) {
            Answer refused = api.put("/api/me/privacy", alice.accessToken(), unclear);
            assertThat(refused.status()).as(unclear).isEqualTo(400);
            assertThat(refused.text("code")).isEqualTo("malformed");
        }
    }

    @Test
    void whoMayNotWriteAtOnceAsksAndIsAnsweredBeforeAnythingIsWrittenToThem() {
        String conversation = start(bob, alice).text("conversation");
        allow(alice, "friends", "everyone");
        assertThat(say(bob, conversation).status()).isEqualTo(200);
        assertThat(say(alice, conversation).text("code")).isEqualTo("accept_first");
        assertThat(answer(bob, conversation, "accepted").text("code")).isEqualTo("request_gone");
        assertThat(answer(alice, conversation, "ignored").status()).isEqualTo(200);
        assertThat(report(alice, conversation, "Sells something.").status()).isEqualTo(200);
        assertThat(say(bob, conversation).status()).as("told nothing of it").isEqualTo(200);
        assertThat(say(alice, conversation).text("code")).isEqualTo("accept_first");
        assertThat(answer(alice, conversation, "accepted").status()).isEqualTo(200);
        assertThat(answer(alice, conversation, "accepted").status()).isEqualTo(200);
        assertThat(say(alice, conversation).status()).isEqualTo(200);
        assertThat(answer(alice, conversation, "ignored").text("code")).isEqualTo("request_gone");
        assertThat(report(alice, conversation, "a\\nb").text("code")).isEqualTo("line_invalid");
        allow(alice, "nobody", "everyone");
        await().untilAsserted(() -> assertRefused(say(bob, conversation)));
    }

    @Test
    void friendsAndThoseToWhomOneWroteFirstNeedNotAsk() {
        Person carol = api.register("carol");
        allow(alice, "friends", "everyone");
        String begun = start(alice, carol).text("conversation");
        assertThat(say(carol, begun).status()).isEqualTo(200);
        assertThat(say(alice, begun).status()).isEqualTo(200);

        String conversation = start(bob, alice).text("conversation");
        assertThat(say(alice, conversation).text("code")).isEqualTo("accept_first");
        assertThat(ask(bob, alice).status()).isEqualTo(200);
        assertThat(api.put("/api/me/friends/" + bob.user(), alice.accessToken(), "{}")
                        .status())
                .isEqualTo(200);
        assertThat(say(alice, conversation).status()).isEqualTo(200);
        api.delete("/api/me/friends/" + alice.user(), bob.accessToken());
        assertThat(say(alice, conversation).text("code")).isEqualTo("accept_first");
        String group = group(alice, bob).text("conversation");
        assertThat(answer(alice, group, "accepted").text("code")).isEqualTo("request_gone");
    }

    @Test
    void whoKeepsOutOfGroupsIsAskedAndNotAdded() {
        allow(alice, "everyone", "friends");
        assertAsked(group(bob, alice));
        String group = api.post("/api/conversations/groups", bob.accessToken(), "{\"name\":\"g\",\"members\":[]}")
                .text("conversation");
        String body = "{\"users\":[\"" + alice.user() + "\"]}";
        assertAsked(api.post("/api/conversations/" + group + "/members", bob.accessToken(), body));
        ask(alice, bob);
        api.put("/api/me/friends/" + alice.user(), bob.accessToken(), "{}");
        assertThat(group(bob, alice).body().toString()).contains("\"asked\":[]");
        allow(alice, "everyone", "nobody");
        assertAsked(group(bob, alice));
        assertThat(group(alice, bob).status()).isEqualTo(201);
    }

    private void allow(Person person, String writes, String adds) {
        assertThat(api.put("/api/me/privacy", person.accessToken(), """
                        {"findable":"by_name","writes":"%s","adds":"%s"}""".formatted(writes, adds))
                        .status())
                .isEqualTo(200);
    }

    private Answer start(Person person, Person other) {
        return api.post("/api/conversations/direct", person.accessToken(), """
                {"username":"%s"}""".formatted(other.username()));
    }

    private Answer say(Person person, String conversation) {
        return api.post("/api/conversations/" + conversation + "/messages", person.accessToken(), """
                {"message":"%s","text":"hello"}""".formatted(
                        UuidCreator.getTimeOrderedEpoch()));
    }

    private Answer answer(Person person, String conversation, String answer) {
        return api.put("/api/conversations/" + conversation + "/request", person.accessToken(), """
                {"answer":"%s"}""".formatted(answer));
    }

    private Answer report(Person person, String conversation, String reason) {
        return api.post(
                "/api/conversations/" + conversation + "/request/report", person.accessToken(), """
                {"reason":"%s"}""".formatted(reason));
    }

    private Answer ask(Person person, Person other) {
        return api.put("/api/me/friend-requests/" + other.user(), person.accessToken(), "{}");
    }

    private Answer group(Person person, Person member) {
        return api.post("/api/conversations/groups", person.accessToken(), """
                {"name":"g","members":["%s"]}""".formatted(member.user()));
    }

    private void assertAsked(Answer answer) {
        assertThat(answer.body().toString()).contains("\"asked\":[\"" + alice.user() + "\"]");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.text("code")).isEqualTo("not_accepted");
        assertThat(answer.status()).isEqualTo(403);
    }
}
