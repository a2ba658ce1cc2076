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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CommandSideTest
class CallsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private final String call = UuidCreator.getTimeOrderedEpoch().toString();
    private Api api;
    private Person alice;
    private Person bob;
    private Person carol;
    private String conversation;

    @BeforeEach
    void twoWhoTalk() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        carol = api.register("carol");
        conversation = direct(alice, bob);
    }

    @Test
    void oneRingsTheOtherAnswersAndEitherHangsUp() {
        Answer ringing = start(alice, conversation, call);
        assertThat(ringing.status()).isEqualTo(200);
        assertThat(ringing.text("state")).isEqualTo("ringing");
        assertThat(ringing.number("remainingMs")).isBetween(30_000L, 45_000L);
        assertThat(ringing.body().path("here").asBoolean()).isTrue();
        assertThat(start(alice, conversation, call).text("message")).as("again").isEqualTo(call);

        Answer seen = api.get(path(""), bob.accessToken());
        assertThat(seen.text("state")).isEqualTo("ringing");
        assertThat(seen.body().path("here").asBoolean()).isFalse();

        assertThat(answer(bob).text("state")).isEqualTo("accepted");
        assertThat(answer(bob).status()).as("again").isEqualTo(200);
        assertThat(api.put(path("/lease"), alice.accessToken(), "").status()).isEqualTo(204);
        assertThat(end(bob, false).status()).isEqualTo(204);
        assertThat(end(alice, false).status()).as("what is over").isEqualTo(204);
        assertThat(states()).containsExactly(CallState.ACCEPTED, CallState.COMPLETED);
        assertThat(api.get(path(""), bob.accessToken()).text("code")).isEqualTo("call_over");
    }

    @Test
    void whoIsRungDeclinesAndWhoRingsGivesUp() {
        start(alice, conversation, call);
        end(bob, false);
        assertThat(answer(bob).text("code")).isEqualTo("call_over");
        start(alice, conversation, another());
        assertThat(states()).containsExactly(CallState.DECLINED);
    }

    @Test
    void oneDeviceHasTheCallAndTheOthersAreTold() {
        start(alice, conversation, call);
        String phone = api.signIn(bob.username(), Api.PASSWORD).text("accessToken");
        assertThat(answer(bob).status()).isEqualTo(200);
        assertThat(api.put(path("/answer"), phone, "").text("code")).isEqualTo("answered_elsewhere");
        assertThat(api.put(path("/lease"), phone, "").text("code")).isEqualTo("answered_elsewhere");
        assertThat(api.get(path(""), phone).body().path("here").asBoolean()).isFalse();
    }

    @Test
    void aCallGoesOnOnAnotherDeviceOfEitherOfTheTwo() {
        start(alice, conversation, call);
        String phone = api.signIn(bob.username(), Api.PASSWORD).text("accessToken");
        assertThat(move(phone, 0).text("code")).as("what rings is answered").isEqualTo("answered_elsewhere");
        assertThat(ownOf(phone).isMissingNode()).isTrue();
        answer(bob);
        longAgo("answered", 60);
        assertThat(ownOf(phone).path("here").asBoolean()).isFalse();
        assertThat(ownOf(phone).path("caller").asString()).isEqualTo(alice.user());

        Answer moved = move(phone, ownOf(phone).path("moves").asInt());
        assertThat(moved.body().path("here").asBoolean()).isTrue();
        assertThat(moved.number("moves")).isEqualTo(1);
        assertThat(moved.number("talkedMs")).isGreaterThanOrEqualTo(60_000);
        assertThat(move(phone, 0).number("moves")).as("again").isEqualTo(1);
        assertThat(api.put(path("/lease"), bob.accessToken(), "").text("code")).isEqualTo("answered_elsewhere");
        assertThat(api.put(path("/lease"), phone, "").status()).isEqualTo(204);
        assertThat(end(bob, true).status()).isEqualTo(204);
        assertThat(ownOf(alice.accessToken()).path("message").asString())
                .as("the device of before, which lost its connection, ends nothing")
                .isEqualTo(call);

        String laptop = api.signIn(alice.username(), Api.PASSWORD).text("accessToken");
        assertThat(move(laptop, 1).number("moves")).isEqualTo(2);
        assertThat(move(bob.accessToken(), 2).number("moves")).isEqualTo(3);
        assertThat(end(bob, true).status()).isEqualTo(204);
        assertThat(states()).containsExactly(CallState.ACCEPTED, CallState.FAILED);
        assertThat(move(laptop, 3).text("code")).isEqualTo("call_over");
        assertThat(ownOf(laptop).isMissingNode()).isTrue();
    }

    @Test
    void ofTwoDevicesThatWantACallTogetherOneGetsIt() throws Exception {
        start(alice, conversation, call);
        answer(bob);
        List<String> devices = Stream.generate(
                        () -> api.signIn(bob.username(), Api.PASSWORD).text("accessToken"))
                .limit(4)
                .toList();
        List<Integer> answers;
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = all
                    .invokeAll(devices.stream()
                            .map(device ->
                                    (Callable<Integer>) () -> move(device, 0).status())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @Test
    void nothingIsMovedWhereOneBlocksTheOther() {
        start(alice, conversation, call);
        answer(bob);
        String phone = api.signIn(alice.username(), Api.PASSWORD).text("accessToken");
        api.put("/api/me/blocks/" + alice.user(), bob.accessToken(), "");
        assertThat(move(phone, 0).text("code")).isEqualTo("not_accepted");
    }

    private Answer move(String device, int moves) {
        return api.put(path("/device"), device, "{\"moves\":%d}".formatted(moves));
    }

    private JsonNode ownOf(String device) {
        return api.get("/api/calls/own", device).body().path("call");
    }

    @Test
    void nobodyIsInTwoCalls() {
        start(alice, conversation, call);
        answer(bob);
        String other = direct(carol, bob);
        assertThat(start(carol, other, another()).text("state")).isEqualTo("busy");
        assertThat(start(bob, other, another()).text("code")).isEqualTo("in_a_call");
        end(alice, false);
        assertThat(start(carol, other, another()).text("state")).isEqualTo("ringing");
    }

    @Test
    void whoeverDoesNotSeeThatSomebodyIsOnlineRingsThemInVain() {
        start(alice, conversation, call);
        answer(bob);
        Answer hidden = api.put("/api/me/privacy", bob.accessToken(), """
            {"findable":"by_name","visibility":{"online":"nobody","lastSeen":"everyone","receipts":"everyone",
             "avatar":"everyone","about":"everyone"}}""");
        assertThat(hidden.status()).isEqualTo(200);
        assertThat(start(carol, direct(carol, bob), another()).text("state")).isEqualTo("ringing");
    }

    @Test
    void whoIsBlockedDoesNotRingAndABlockLetsHangUp() {
        start(alice, conversation, call);
        answer(bob);
        assertThat(api.put("/api/me/blocks/" + alice.user(), bob.accessToken(), "")
                        .status())
                .isBetween(200, 204);
        assertThat(end(alice, false).status()).isEqualTo(204);
        assertThat(states()).containsExactly(CallState.ACCEPTED, CallState.COMPLETED);
        assertThat(start(alice, conversation, another()).text("code")).isEqualTo("not_accepted");
    }

    @Test
    void aCallTellsNoBlockFromSomebodyWhoLetsNobodyWrite() {
        api.post("/api/conversations/" + conversation + "/messages", alice.accessToken(), """
            {"message":"%s","text":"hello"}\
            """.formatted(call));
        String nobody = direct(alice, carol);
        String said = another();
        api.post("/api/conversations/" + nobody + "/messages", alice.accessToken(), """
            {"message":"%s","text":"hello"}\
            """.formatted(said));
        api.put("/api/me/blocks/" + alice.user(), bob.accessToken(), "");
        api.put("/api/me/privacy", carol.accessToken(), """
            {"findable":"by_name","writes":"nobody"}\
            """);
        for (String id : List.of(call, another())) {
            assertThat(start(alice, conversation, id).text("code")).isEqualTo("not_accepted");
        }
        for (String id : List.of(said, another())) {
            assertThat(start(alice, nobody, id).text("code")).isEqualTo("not_accepted");
        }
    }

    @Test
    void howLongACallLastedIsNotToldWhereAnythingStandsBetweenTheTwo() {
        start(alice, conversation, call);
        answer(bob);
        api.put("/api/me/blocks/" + alice.user(), bob.accessToken(), "");
        end(bob, false);
        assertThat(lastChange().content()).isNull();

        String other = direct(carol, bob);
        start(carol, other, another());
        api.put("/api/me/privacy", bob.accessToken(), """
            {"findable":"by_name","writes":"nobody"}\
            """);
        String ringing = log.readStream(StreamId.conversation(ConversationId.of(other)), 1, 1)
                                .getFirst()
                                .event()
                        instanceof MessageSent sent
                ? sent.message().toString()
                : "";
        api.post("/api/conversations/" + other + "/calls/" + ringing + "/end", bob.accessToken(), "{\"failed\":false}");
        assertThat(((CallChanged) log.readStream(StreamId.conversation(ConversationId.of(other)), 2, 1)
                                .getFirst()
                                .event())
                        .content())
                .isNull();
    }

    private CallChanged lastChange() {
        return (CallChanged) log.readStream(StreamId.conversation(ConversationId.of(conversation)), 0, 100)
                .getLast()
                .event();
    }

    @Test
    void whoHasToAskBeforeTheyWriteDoesNotRing() {
        api.put("/api/me/privacy", bob.accessToken(), """
            {"findable":"by_name","writes":"friends"}\
            """);
        assertThat(start(alice, conversation, call).text("code")).isEqualTo("not_accepted");
    }

    @Test
    void strangersLearnNothing() {
        start(alice, conversation, call);
        for (Answer refused : List.of(
                start(carol, conversation, another()),
                answer(carol),
                end(carol, false),
                api.get(path(""), carol.accessToken()),
                move(carol.accessToken(), 0),
                api.put(path("/lease"), carol.accessToken(), ""))) {
            assertThat(refused.text("code")).isEqualTo("conversation_unknown");
        }
    }

    @Test
    void whatIsNotAnsweredIsMissedAndWhatLosesADeviceEnds() {
        start(alice, conversation, call);
        longAgo("started", 46);
        await().until(() -> states().equals(List.of(CallState.MISSED)));

        String second = another();
        start(alice, conversation, second);
        longAgo("caller_seen", 26);
        await().until(() -> states().equals(List.of(CallState.MISSED, CallState.CANCELLED)));

        String third = another();
        start(alice, conversation, third);
        api.put(path(third, "/answer"), bob.accessToken(), "");
        longAgo("callee_seen", 46);
        await().until(() ->
                states().equals(List.of(CallState.MISSED, CallState.CANCELLED, CallState.ACCEPTED, CallState.LOST)));
    }

    private void longAgo(String what, int seconds) {
        JdbcClient.create(TestDatabase.shared().superuser().dataSource())
                .sql("UPDATE log.live_call SET %1$s = %1$s - ? * interval '1 s' WHERE conversation = ?".formatted(what))
                .params(seconds, UUID.fromString(conversation))
                .update();
    }

    private List<CallState> states() {
        return log.readStream(StreamId.conversation(ConversationId.of(conversation)), 0, 100).stream()
                .map(StoredEvent::event)
                .filter(CallChanged.class::isInstance)
                .map(event -> ((CallChanged) event).state())
                .toList();
    }

    private Answer start(Person caller, String in, String message) {
        return api.post("/api/conversations/" + in + "/calls", caller.accessToken(), """
            {"message":"%s","video":true}\
            """.formatted(message));
    }

    private Answer answer(Person callee) {
        return api.put(path("/answer"), callee.accessToken(), "");
    }

    private Answer end(Person person, boolean failed) {
        return api.post(path("/end"), person.accessToken(), "{\"failed\":%s}".formatted(failed));
    }

    private String path(String step) {
        return path(call, step);
    }

    private String path(String message, String step) {
        return "/api/conversations/" + conversation + "/calls/" + message + step;
    }

    private String direct(Person one, Person other) {
        return api.post("/api/conversations/direct", one.accessToken(), """
            {"username":"%s"}\
            """.formatted(other.username()))
                .text("conversation");
    }

    private static String another() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
