package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.Arrangement;
import chat.parley.events.ConversationId;
import chat.parley.events.NumberRange;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.views.presence.GatewayNodes;
import chat.parley.views.presence.NodeId;
import chat.parley.views.presence.Socket;
import chat.parley.views.presence.SocketId;
import chat.parley.views.presence.Sockets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConversationsTest {

    private static final Instant MUTED = Instant.parse("2999-01-01T00:00:00Z");

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();
    private final UserId carol = World.someone();

    @Test
    void aConversationShowsItsMembersItsLastMessageAndHowFarEachHasRead() {
        World.register(alice, name("alice"), "Alice A").show();
        String bobsName = name("bob");
        World.register(bob, bobsName, "Bob B").show();
        ConversationId conversation = World.chat(alice, bob, 3);
        World.delivered(conversation, bob, 0, 3).show();
        World.read(conversation, bob, 1, 1).show();

        JsonNode seen = Http.get(bob, "/api/conversations/" + conversation).json();
        assertThat(seen.get("conversation").asString()).isEqualTo(conversation.toString());
        assertThat(seen.get("kind").asString()).isEqualTo("direct");
        assertThat(seen.get("lastSequence").asLong()).isEqualTo(3);
        assertThat(seen.get("lastNumber").asLong()).isEqualTo(3);
        assertThat(seen.get("lastMessage").get("text").asString()).isEqualTo("text 3");
        assertThat(seen.get("lastMessage").get("author").asString()).isEqualTo(alice.toString());
        // Bob wrote the second, which reads up to it; the third is left.
        assertThat(seen.get("unread").asLong()).isEqualTo(1);
        assertThat(seen.get("readUpTo").asLong()).isEqualTo(2);
        assertThat(watermarks(seen, bob)).isEqualTo("3/2");
        assertThat(watermarks(seen, alice)).isEqualTo("3/3");
        JsonNode member = member(seen, bob);
        assertThat(member.get("username").asString()).isEqualTo(bobsName);
        assertThat(member.get("displayName").asString()).isEqualTo("Bob B");
        assertThat(member.get("online").asBoolean()).isFalse();
        assertThat(member.get("lastSeen").isNull()).isTrue();
        assertThat(Http.get(alice, "/api/conversations/" + conversation)
                        .json()
                        .get("unread")
                        .asLong())
                .isZero();
        assertThat(Http.get(alice, "/api/conversations")
                        .items()
                        .get(0)
                        .get("unread")
                        .asLong())
                .isZero();
    }

    @Test
    void aConversationWithoutMessagesIsThereFromItsStart() {
        World.start(alice, bob).show();
        JsonNode seen = Http.get(bob, "/api/conversations").items().get(0);
        assertThat(seen.get("lastMessage").isNull()).isTrue();
        assertThat(seen.get("unread").asLong()).isZero();
        assertThat(seen.get("startedAt").asString()).isNotBlank();
    }

    @Test
    void theOneThatMovedLastComesFirst() {
        ConversationId withBob = World.chat(alice, bob, 1);
        ConversationId withCarol = World.chat(alice, carol, 1);
        assertThat(Http.get(alice, "/api/conversations").of("conversation"))
                .containsExactly(withCarol.toString(), withBob.toString());
        World.send(withBob, bob, 2, "again").show();
        assertThat(Http.get(alice, "/api/conversations").of("conversation"))
                .containsExactly(withBob.toString(), withCarol.toString());
        assertThat(Http.get(bob, "/api/conversations").of("conversation")).containsExactly(withBob.toString());
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<String> newestFirst = Stream.generate(World::someone)
                .limit(5)
                .map(other -> World.chat(alice, other, 1).toString())
                .toList()
                .reversed();
        Http.Answer first = Http.get(alice, "/api/conversations?limit=2");
        Http.Answer second = Http.get(alice, "/api/conversations?limit=2&cursor=" + first.next());
        Http.Answer third = Http.get(alice, "/api/conversations?limit=2&cursor=" + second.next());
        assertThat(first.of("conversation")).isEqualTo(newestFirst.subList(0, 2));
        assertThat(second.of("conversation")).isEqualTo(newestFirst.subList(2, 4));
        assertThat(third.of("conversation")).isEqualTo(newestFirst.subList(4, 5));
        assertThat(third.atEnd()).isTrue();
        assertThat(Http.get(alice, "/api/conversations?limit=5").atEnd()).isTrue();
    }

    @Test
    void whatOnePinnedComesFirstOnWhateverPageAndTheArrangementIsOnesOwn() {
        List<ConversationId> oldestFirst = Stream.generate(World::someone)
                .limit(5)
                .map(other -> World.chat(alice, other, 1))
                .toList();
        long position = World.arrange(
                        oldestFirst.get(1), alice, 0, new Arrangement(null, null, true, false, false, false))
                .position();
        World.arrange(oldestFirst.get(0), alice, 0, new Arrangement(null, null, true, false, false, false));
        World.arrange(oldestFirst.get(0), alice, 1, new Arrangement(MUTED, null, false, true, true, true));
        World.arrange(oldestFirst.get(3), alice, 0, new Arrangement(null, null, true, false, false, false));
        List<String> expected = Stream.of(3, 1, 4, 2, 0)
                .map(each -> oldestFirst.get(each).toString())
                .toList();
        Http.Answer first = Http.get(alice, "/api/conversations?limit=1");
        Http.Answer second = Http.get(alice, "/api/conversations?limit=2&cursor=" + first.next());
        Http.Answer third = Http.get(alice, "/api/conversations?limit=2&cursor=" + second.next());
        assertThat(first.of("conversation")).isEqualTo(expected.subList(0, 1));
        assertThat(second.of("conversation")).isEqualTo(expected.subList(1, 3));
        assertThat(third.of("conversation")).isEqualTo(expected.subList(3, 5));
        assertThat(third.atEnd()).isTrue();

        JsonNode pinned = second.items().get(0).get("arrangement");
        assertThat(pinned.get("pinned").asBoolean()).isTrue();
        assertThat(pinned.get("asOf").asLong()).isEqualTo(position);
        assertThat(pinned.has("mutedUntil")).isFalse();
        JsonNode away = third.items().get(1).get("arrangement");
        assertThat(away.get("mutedUntil").asString()).isEqualTo(MUTED.toString());
        assertThat(away.get("archived").asBoolean()).isTrue();
        assertThat(away.get("favourite").asBoolean()).isTrue();
        assertThat(away.get("unread").asBoolean()).isTrue();
        assertThat(third.items().get(0).has("arrangement")).isFalse();
        ConversationId withBob = World.chat(alice, bob, 1);
        World.arrange(withBob, bob, 0, new Arrangement(null, null, true, false, false, false));
        assertThat(Http.get(alice, "/api/conversations/" + withBob).json().has("arrangement"))
                .isFalse();
    }

    @Test
    void whatOneDeletedForOneselfIsToldAndNotCountedAndIsOnesOwn() {
        ConversationId talk = World.chat(alice, bob, 3);
        long unread =
                Http.get(bob, "/api/conversations/" + talk).json().get("unread").asLong();
        World.hide(talk, bob, 0, new NumberRange(1, 1));
        long position = World.hide(talk, bob, 1, new NumberRange(2, 3)).position();
        JsonNode his = Http.get(bob, "/api/conversations/" + talk).json();
        assertThat(his.get("hidden").get("asOf").asLong()).isEqualTo(position);
        assertThat(his.get("hidden").get("numbers").toString()).isEqualTo("[{\"first\":2,\"last\":3}]");
        assertThat(his.get("unread").asLong()).isLessThan(unread);
        JsonNode hers = Http.get(alice, "/api/conversations/" + talk).json();
        assertThat(hers.has("hidden")).isFalse();
    }

    @Test
    void strangersCannotTellAForeignConversationFromAMissingOne() {
        ConversationId conversation = World.chat(alice, bob, 1);
        ConversationId missing = new ConversationId(UUID.randomUUID());
        for (String path : List.of("", "/messages", "/messages/1/receipts", "/events?from=0&to=1")) {
            Http.Answer foreign = Http.get(carol, "/api/conversations/" + conversation + path);
            Http.Answer none = Http.get(carol, "/api/conversations/" + missing + path);
            foreign.refused(404, "conversation_unknown");
            none.refused(404, "conversation_unknown");
            assertThat(foreign.body()).isEqualTo(none.body());
        }
        assertThat(Http.get(carol, "/api/conversations").items()).isEmpty();
    }

    @Test
    void membersAreShownAsPresentWhileTheyHaveASocket() {
        ConversationId conversation = World.chat(alice, bob, 1);
        NodeId node = new NodeId(UUID.randomUUID());
        Socket socket = new Socket(new SocketId(UUID.randomUUID()), bob, new SessionId(UUID.randomUUID()), null);
        QueryService.bean(GatewayNodes.class).join(node, List::of);
        QueryService.bean(Sockets.class).opened(node, socket);
        assertThat(bobIn(conversation).get("online").asBoolean()).isTrue();
        assertThat(bobIn(conversation).get("lastSeen").isNull()).isTrue();
        String username = name("bob");
        World.register(bob, username, "Bob B").show();
        assertThat(profile(alice, username).get("online").asBoolean()).isTrue();
        assertThat(profile(bob, username).get("online").asBoolean()).isTrue();
        assertThat(profile(carol, username).get("online").asBoolean())
                .as("to a stranger")
                .isFalse();
        QueryService.bean(Sockets.class).closed(node, socket);
        assertThat(profile(alice, username).get("lastSeen").isNull()).isFalse();
        assertThat(profile(carol, username).get("lastSeen").isNull()).isTrue();
        assertThat(bobIn(conversation).get("online").asBoolean()).isFalse();
        assertThat(bobIn(conversation).get("lastSeen").asString()).isNotBlank();
    }

    private static JsonNode profile(UserId viewer, String username) {
        return Http.get(viewer, "/api/users/" + username).json();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=-1"})
    void aLimitOutOfRangeIsRefused(String query) {
        Http.get(alice, "/api/conversations?" + query).refused(400, "range_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%21", "bWVzc2FnZXN8MXwy", "Y29udmVyc2F0aW9uc3wxfHg", "_____w"})
    void aCursorThatWasNotGivenHereIsRefused(String cursor) {
        Http.get(alice, "/api/conversations?cursor=" + cursor).refused(400, "cursor_invalid");
    }

    private JsonNode bobIn(ConversationId conversation) {
        return member(Http.get(alice, "/api/conversations/" + conversation).json(), bob);
    }

    private static JsonNode member(JsonNode conversation, UserId user) {
        return entry(conversation.get("members"), "user", user);
    }

    private static String watermarks(JsonNode conversation, UserId user) {
        JsonNode entry = entry(conversation.get("watermarks"), "member", user);
        return entry.get("deliveredUpTo").asLong() + "/" + entry.get("readUpTo").asLong();
    }

    private static JsonNode entry(JsonNode list, String field, UserId user) {
        for (JsonNode entry : list) {
            if (entry.get(field).asString().equals(user.toString())) {
                return entry;
            }
        }
        throw new AssertionError(user + " is not in " + list);
    }

    private static String name(String start) {
        return start + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void whatIsDeletedWaitsForNobodyAlsoWhereTheyCameLater() {
        UserId one = World.someone();
        UserId other = World.someone();
        UserId late = World.someone();
        ConversationId group = World.group("Tea", one, other);
        World.say(group, one, 1, 1, "before").show();
        World.add(group, late, 2, 1).show();
        World.say(group, one, 3, 2, "first").show();
        World.Recorded second = World.say(group, one, 4, 3, "second").show();
        assertThat(unread(other, group)).isEqualTo(3);
        assertThat(unread(late, group)).isEqualTo(2);
        World.delete(second, 5).show();
        assertThat(unread(other, group)).isEqualTo(2);
        assertThat(unread(late, group)).isEqualTo(1);
        World.hide(group, late, 0, new NumberRange(2, 3));
        assertThat(unread(late, group)).as("hidden and deleted at once").isZero();
        assertThat(unread(one, group)).isZero();
    }

    private static long unread(UserId viewer, ConversationId conversation) {
        return Http.get(viewer, "/api/conversations/" + conversation)
                .json()
                .get("unread")
                .asLong();
    }
}
