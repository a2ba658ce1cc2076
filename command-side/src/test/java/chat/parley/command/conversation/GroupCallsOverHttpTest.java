package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.CallChanged;
import chat.parley.events.CallState;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageSent;
import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.testing.TestDatabase;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CommandSideTest
class GroupCallsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private final String call = UuidCreator.getTimeOrderedEpoch().toString();
    private Api api;
    private Person alice;
    private Person bob;
    private Person carol;
    private Person stranger;
    private String group;

    @BeforeEach
    void threeWhoTalk() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        carol = api.register("carol");
        stranger = api.register("dan");
        group = api.post("/api/conversations/groups", alice.accessToken(), """
            {"name":"g","members":["%s","%s"]}\
            """.formatted(bob.user(), carol.user()))
                .text("conversation");
    }

    @Test
    void oneBeginsTheOthersJoinAndLeaveAndItIsOneMessage() {
        Answer begun = start(bob, call);
        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.text("state")).isEqualTo("accepted");
        assertThat(people(begun)).containsExactly(bob.user());
        assertThat(begun.body().path("here").asBoolean()).isTrue();

        Answer joined = start(alice, UuidCreator.getTimeOrderedEpoch().toString());
        assertThat(joined.text("message")).as("the one that goes on").isEqualTo(call);
        assertThat(join(carol).status()).isEqualTo(200);
        assertThat(people(join(carol))).containsExactlyInAnyOrder(alice.user(), bob.user(), carol.user());

        assertThat(end(bob, false).status()).isEqualTo(204);
        assertThat(people(read(alice))).containsExactlyInAnyOrder(alice.user(), carol.user());
        assertThat(join(bob).status()).as("again").isEqualTo(200);
        assertThat(messages()).isEqualTo(1);
        assertThat(states()).isEmpty();
    }

    @Test
    void whoBeganItOrLeadsTheGroupEndsItForAll() {
        start(bob, call);
        join(carol);
        assertThat(end(carol, true).text("code")).isEqualTo("not_permitted");
        assertThat(end(alice, true).status()).isEqualTo(204);
        assertThat(end(bob, true).status()).as("what is over").isEqualTo(204);
        assertThat(states()).containsExactly(CallState.COMPLETED);
        assertThat(read(carol).text("code")).isEqualTo("call_over");
        assertThat(join(carol).text("code")).isEqualTo("call_over");
        assertThat(lease(carol).text("code")).isEqualTo("call_over");
        assertThat(start(carol, UuidCreator.getTimeOrderedEpoch().toString()).status())
                .isEqualTo(200);
    }

    @Test
    void strangersAndRemovedMembersAreNotInIt() {
        start(alice, call);
        join(bob);
        for (Answer refused : List.of(
                start(stranger, UuidCreator.getTimeOrderedEpoch().toString()),
                join(stranger),
                read(stranger),
                lease(stranger),
                end(stranger, true))) {
            assertThat(refused.text("code")).isEqualTo("conversation_unknown");
        }
        api.delete("/api/conversations/" + group + "/members/" + bob.user(), alice.accessToken());
        assertThat(people(read(alice))).containsExactly(alice.user());
        assertThat(join(bob).text("code")).isEqualTo("conversation_unknown");
        assertThat(lease(bob).text("code")).isEqualTo("conversation_unknown");
        assertThat(end(bob, true).text("code")).isEqualTo("conversation_unknown");
    }

    @Test
    void whoIsMutedIsInNoCallUntilTheySpeakAgain() {
        start(alice, call);
        join(bob);
        assertThat(mute(bob, "{\"minutes\":5}").status()).isEqualTo(200);
        assertThat(people(read(alice))).as("at once").containsExactly(alice.user());
        assertThat(lease(bob).status()).isNotEqualTo(204);
        for (Answer refused :
                List.of(join(bob), start(bob, UuidCreator.getTimeOrderedEpoch().toString()))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("code")).isEqualTo("muted");
        }
        assertThat(api.delete("/api/conversations/" + group + "/members/" + bob.user() + "/mute", alice.accessToken())
                        .status())
                .isEqualTo(200);
        assertThat(people(join(bob))).containsExactlyInAnyOrder(alice.user(), bob.user());
    }

    private Answer mute(Person member, String how) {
        return api.put("/api/conversations/" + group + "/members/" + member.user() + "/mute", alice.accessToken(), how);
    }

    @Test
    void leavingAnEarlierCallLateLeavesTheOneThatGoesOn() {
        start(bob, call);
        end(bob, true);
        String next = UuidCreator.getTimeOrderedEpoch().toString();
        assertThat(people(start(bob, next))).containsExactly(bob.user());
        assertThat(end(bob, false).status()).isEqualTo(204);
        assertThat(people(start(alice, UuidCreator.getTimeOrderedEpoch().toString())))
                .containsExactlyInAnyOrder(alice.user(), bob.user());
    }

    @Test
    void nobodyIsInTwoCallsAndTheLastDeviceHasThePlace() {
        start(alice, call);
        String direct = api.post("/api/conversations/direct", bob.accessToken(), """
            {"username":"%s"}\
            """.formatted(alice.username()))
                .text("conversation");
        assertThat(api.post("/api/conversations/" + direct + "/calls", bob.accessToken(), """
            {"message":"%s","video":false}\
            """.formatted(
                                        UuidCreator.getTimeOrderedEpoch()))
                        .text("state"))
                .isEqualTo("busy");
        String phone = api.signIn(alice.username(), Api.PASSWORD).text("accessToken");
        assertThat(api.put(path("/answer"), phone, "").status()).isEqualTo(200);
        assertThat(lease(alice).text("code")).isEqualTo("answered_elsewhere");
        assertThat(api.put(path("/lease"), phone, "").status()).isEqualTo(204);
        assertThat(end(alice, false).status()).isEqualTo(204);
        assertThat(people(read(bob))).as("the other device stays").containsExactly(alice.user());
    }

    @Test
    void whoIsNotHeardOfIsGoneAndWhatIsEmptyEnds() {
        start(bob, call);
        longAgo("UPDATE log.in_call SET seen = seen - interval '26 s' WHERE conversation = ?");
        await().until(() -> people(read(alice)).isEmpty());
        longAgo("UPDATE log.group_call SET empty_since = empty_since - interval '31 s' WHERE conversation = ?");
        await().until(() -> states().equals(List.of(CallState.COMPLETED)));
        assertThat(read(alice).text("code")).isEqualTo("call_over");
    }

    private void longAgo(String statement) {
        await().until(() -> JdbcClient.create(TestDatabase.shared().superuser().dataSource())
                        .sql(statement)
                        .param(UUID.fromString(group))
                        .update()
                == 1);
    }

    private long messages() {
        return log.readStream(StreamId.conversation(ConversationId.of(group)), 0, 100).stream()
                .map(StoredEvent::event)
                .filter(MessageSent.class::isInstance)
                .count();
    }

    private List<CallState> states() {
        return log.readStream(StreamId.conversation(ConversationId.of(group)), 0, 100).stream()
                .map(StoredEvent::event)
                .filter(CallChanged.class::isInstance)
                .map(event -> ((CallChanged) event).state())
                .toList();
    }

    private static List<String> people(Answer call) {
        return call.body().path("people").valueStream().map(JsonNode::asString).toList();
    }

    private Answer start(Person caller, String message) {
        return api.post("/api/conversations/" + group + "/calls", caller.accessToken(), """
            {"message":"%s","video":true}\
            """.formatted(message));
    }

    private Answer join(Person person) {
        return api.put(path("/answer"), person.accessToken(), "");
    }

    private Answer read(Person person) {
        return api.get(path(""), person.accessToken());
    }

    private Answer lease(Person person) {
        return api.put(path("/lease"), person.accessToken(), "");
    }

    private Answer end(Person person, boolean forAll) {
        return api.post(path("/end"), person.accessToken(), "{\"failed\":false,\"forAll\":%s}".formatted(forAll));
    }

    private String path(String step) {
        return "/api/conversations/" + group + "/calls/" + call + step;
    }
}
