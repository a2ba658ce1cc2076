package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.contracts.FeedRequest;
import chat.parley.events.AccountErased;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageSent;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.query.feed.Feed;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What those who stay are told of deleted messages and of people who were erased. */
class ErasureTest {

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();
    private final String username = "alice" + UUID.randomUUID().toString().substring(0, 8);

    private static Envelope envelope(World.Recorded recorded) {
        return recorded.event().envelope();
    }

    private static List<Envelope> missing(UserId user, long held) {
        return QueryService.bean(Feed.class)
                .page(QueryService.service(user), new FeedRequest(List.of(held), null, 200))
                .items();
    }

    @Test
    void aDeletedMessageKeepsItsPlaceAndSaysSo() {
        World.start(alice, bob).show();
        ConversationId conversation = World.between(alice, bob);
        World.Recorded sent =
                World.send(conversation, alice, 1, "never mind this").show();
        World.Recorded deleted = World.delete(sent, 2).show();

        JsonNode history = Http.getAfter(bob, "/api/conversations/" + conversation + "/messages", deleted.position())
                .items();
        assertThat(history.get(0).get("text").isNull()).isTrue();
        assertThat(history.get(0).get("gone").asString()).isEqualTo("deleted");
        JsonNode head = Http.get(bob, "/api/conversations/" + conversation).json();
        assertThat(head.get("lastMessage").get("gone").asString()).isEqualTo("deleted");
        assertThat(head.get("lastMessage").get("text").isNull()).isTrue();
        assertThat(head.get("lastSequence").asLong()).isEqualTo(2);

        JsonNode events = Http.get(bob, "/api/conversations/" + conversation + "/events?from=1&to=2")
                .items();
        assertThat(events.get(0).get("data").get("content").isNull()).isTrue();
        assertThat(events.get(1).get("name").asString()).isEqualTo("conversation.message-deleted.v1");
        assertThat(missing(bob, sent.position() - 1))
                .satisfiesExactly(
                        first -> assertThat(((MessageSent) first.event()).content())
                                .isNull(),
                        second -> assertThat(second.event()).isInstanceOf(MessageDeleted.class));
    }

    @Test
    void aMessageThatIsNotGoneSaysNothingOfIt() {
        ConversationId conversation = World.chat(alice, bob, 1);

        assertThat(Http.get(bob, "/api/conversations/" + conversation + "/messages")
                        .body())
                .contains("text 1")
                .doesNotContain("gone", "erased");
        assertThat(Http.get(bob, "/api/conversations").body()).doesNotContain("gone", "erased");
    }

    @Test
    void anErasedPersonHasNoNameAndNoTextAndTheOthersWordsStay() {
        World.register(alice, username, "Alice Miller").show();
        World.register(bob, "bob" + username.substring(5), "Bob").show();
        ConversationId conversation = World.chat(alice, bob, 2);
        World.Recorded erased = World.erase(alice).show();

        JsonNode history = Http.getAfter(bob, "/api/conversations/" + conversation + "/messages", erased.position())
                .items();
        assertThat(history.get(0).get("text").asString()).isEqualTo("text 2");
        assertThat(history.get(1).get("gone").asString()).isEqualTo("erased");
        JsonNode members = Http.get(bob, "/api/conversations").items().get(0).get("members");
        JsonNode who = members.get(members.get(0).get("user").asString().equals(alice.toString()) ? 0 : 1);
        assertThat(who.get("erased").asBoolean()).isTrue();
        assertThat(who.get("username").isNull()).isTrue();
        assertThat(who.get("displayName").isNull()).isTrue();
        Http.get(bob, "/api/users/" + username).refused(404, "user_unknown");
        assertThat(Http.getAfter(bob, "/api/users?query=" + username, erased.position())
                        .items())
                .isEmpty();
        assertThat(Http.get(bob, "/api/conversations/" + conversation + "/messages/2/receipts")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatAnErasedPersonWroteIsGoneBeforeAnyViewHasHeardOfIt() {
        World.register(alice, username, "Alice Miller").show();
        ConversationId conversation = World.chat(alice, bob, 1);
        String messages = "/api/conversations/" + conversation + "/messages";
        assertThat(Http.get(bob, messages).of("text")).containsExactly("text 1");

        World.Recorded erased = World.erase(alice);

        assertThat(Http.getAfter(bob, messages, erased.position()).of("gone")).containsExactly("erased");
        JsonNode last = Http.getAfter(bob, "/api/conversations", erased.position())
                .items()
                .get(0)
                .get("lastMessage");
        assertThat(last.get("text").isNull()).isTrue();
        assertThat(last.get("gone").asString()).isEqualTo("erased");
    }

    @Test
    void whoResumesIsToldWhoWasErasedMeanwhileAndStrangersAreNot() {
        World.register(alice, username, "Alice Miller");
        World.start(alice, bob);
        World.send(World.between(alice, bob), alice, 1, "a secret");
        long held = QueryService.bean(EventLog.class).head();
        World.Recorded erased = World.erase(alice);

        assertThat(missing(bob, held)).containsExactly(envelope(erased));
        assertThat(missing(bob, erased.position())).isEmpty();
        assertThat(missing(World.someone(), held)).isEmpty();
        assertThat(missing(bob, 0))
                .satisfiesExactly(
                        started -> {},
                        sent -> assertThat(((MessageSent) sent.event()).content())
                                .isNull(),
                        last -> assertThat(last.event()).isEqualTo(new AccountErased(alice)));
    }

    @Test
    void whoResumesIsToldWhatPeersAreCalledNowAndStrangersAreNot() {
        World.register(alice, username, "Alice");
        World.start(alice, bob);
        long held = QueryService.bean(EventLog.class).head();
        World.Recorded first = World.changeProfile(alice, 1, username, "Alice B", null);
        World.Recorded newest = World.changeProfile(alice, 2, username, "Alice C", null);

        assertThat(missing(bob, held)).as("the newest is enough").containsExactly(envelope(newest));
        assertThat(missing(bob, newest.position())).isEmpty();
        assertThat(missing(World.someone(), held)).isEmpty();
        assertThat(missing(alice, held)).containsExactly(envelope(first), envelope(newest));
    }

    @Test
    void everyoneWhoIsToBeToldOfAnErasureIsKnown() {
        World.start(alice, bob);
        JsonNode peers = Http.getAsService(alice, "/internal/peers/all").json();
        assertThat(peers).hasSize(1);
        assertThat(peers.get(0).asString()).isEqualTo(bob.toString());
        Http.get(alice, "/internal/peers/all").refused(401, "unauthenticated");
    }

    @Test
    void gatewaysLearnWhatIsStillWaitedForOfThem() {
        World.register(alice, username, "Alice Miller");
        long position = World.erase(alice).position();
        JsonNode waiting =
                Http.getAsService(bob, "/internal/erasures/waiting/objects").json();
        assertThat(waiting.valueStream().map(each -> each.get("account").asString() + each.get("position")))
                .contains(alice.toString() + position);
        assertThat(Http.getAsService(bob, "/internal/erasures/waiting/fanout.0").json())
                .isEmpty();
    }
}
