package chat.parley.command.block;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommandSideTest
class BlocksOverHttpTest {

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
    void neitherSaysAnythingToTheOtherAndOnlyTheOneWhoBlocksIsToldWhy() {
        String conversation = startedBy(bob);
        Answer before = say(bob, conversation, UuidCreator.getTimeOrderedEpoch().toString());
        assertThat(before.status()).isEqualTo(200);
        assertThat(block(alice, bob.user()).status()).isEqualTo(200);

        assertRefused(say(bob, conversation), "not_accepted");
        assertRefused(say(bob, conversation), "not_accepted");
        assertRefused(say(alice, conversation), "unblock_first");
        assertRefused(react(bob, conversation, before), "not_accepted");
        assertThat(start(bob).status())
                .as("a conversation that is there is found")
                .isEqualTo(200);
        assertThat(say(bob, conversation, before.text("message")).status())
                .as("a repeat of what was said before")
                .isEqualTo(200);
        assertThat(delete(bob, conversation, before).status())
                .as("one's own words are taken back nevertheless")
                .isEqualTo(200);

        assertThat(unblock(alice, bob.user()).status()).isEqualTo(200);
        assertThat(say(bob, conversation).status()).isEqualTo(200);
    }

    @Test
    void whoIsBlockedBeginsNoConversationAndMayOnlyInviteToGroups() {
        block(alice, bob.user());
        assertRefused(start(bob), "not_accepted");
        assertThat(group(bob, alice).body().toString()).contains("\"asked\":[\"" + alice.user() + "\"]");
        assertRefused(group(alice, bob), "unblock_first");
        String group = api.post("/api/conversations/groups", bob.accessToken(), "{\"name\":\"g\",\"members\":[]}")
                .text("conversation");
        Answer added = api.post("/api/conversations/" + group + "/members", bob.accessToken(), users(alice));
        assertThat(added.body().toString()).contains("\"asked\":[\"" + alice.user() + "\"]");
        assertRefused(
                api.post("/api/conversations/" + group + "/messages", alice.accessToken(), """
                        {"message":"%s","text":"hello"}""".formatted(
                                UuidCreator.getTimeOrderedEpoch())),
                "conversation_unknown");
        unblock(alice, bob.user());
        assertThat(start(bob).status()).isEqualTo(201);
    }

    @Test
    void repeatingChangesNothingAndIsAnsweredAsBefore() {
        assertThat(unblock(alice, bob.user()).number("position"))
                .as("there is none")
                .isZero();
        long position = block(alice, bob.user()).number("position");
        assertThat(block(alice, bob.user()).number("position")).isEqualTo(position);
        assertThat(unblock(alice, UUID.randomUUID().toString()).number("position"))
                .as("nobody was unblocked")
                .isEqualTo(position);
    }

    @Test
    void oneselfAndNobodyAreNotBlocked() {
        assertRefused(block(alice, alice.user()), "self_block");
        assertRefused(block(alice, UUID.randomUUID().toString()), "user_unknown");
    }

    private Answer block(Person person, String other) {
        return api.put("/api/me/blocks/" + other, person.accessToken(), "{}");
    }

    private Answer unblock(Person person, String other) {
        return api.delete("/api/me/blocks/" + other, person.accessToken());
    }

    private String startedBy(Person person) {
        return start(person).text("conversation");
    }

    private Answer start(Person person) {
        return api.post("/api/conversations/direct", person.accessToken(), """
                {"username":"%s"}""".formatted(alice.username()));
    }

    private Answer group(Person person, Person member) {
        return api.post("/api/conversations/groups", person.accessToken(), """
                {"name":"g","members":["%s"]}""".formatted(member.user()));
    }

    private static String users(Person person) {
        return "{\"users\":[\"" + person.user() + "\"]}";
    }

    private Answer say(Person person, String conversation) {
        return say(person, conversation, UuidCreator.getTimeOrderedEpoch().toString());
    }

    private Answer say(Person person, String conversation, String message) {
        return api.post(
                "/api/conversations/" + conversation + "/messages", person.accessToken(), """
                {"message":"%s","text":"hello"}""".formatted(message));
    }

    private Answer react(Person person, String conversation, Answer sent) {
        return api.put(path(conversation, sent, "/reactions/%F0%9F%91%8D"), person.accessToken(), "{}");
    }

    private Answer delete(Person person, String conversation, Answer sent) {
        return api.delete(path(conversation, sent, ""), person.accessToken());
    }

    private static String path(String conversation, Answer sent, String what) {
        return "/api/conversations/" + conversation + "/messages/" + sent.text("message") + what + "?sequence="
                + sent.number("sequence");
    }

    private static void assertRefused(Answer answer, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
