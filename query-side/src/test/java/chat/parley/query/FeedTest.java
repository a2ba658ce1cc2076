package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.ServiceCaller;
import chat.parley.contracts.FeedPage;
import chat.parley.contracts.FeedRequest;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.EventType;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.MessagesRead;
import chat.parley.events.Partition;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.query.feed.Feed;
import chat.parley.testing.RawRows;
import chat.parley.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class FeedTest {

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();
    private final UserId carol = World.someone();
    private final Feed feed = QueryService.bean(Feed.class);

    @Test
    void aFirstVisitIsToldWhereTheLogStands() {
        World.start(alice, bob);
        FeedPage page = page(List.of(), null, 200);
        assertThat(page).isEqualTo(new FeedPage(head(), false, List.of(), null));
    }

    @Test
    void whatHappenedSinceIsToldConversationByConversationInSequence() {
        World.start(alice, bob);
        ConversationId withBob = World.between(alice, bob);
        World.send(withBob, bob, 1, "held already");
        long held = head();
        World.start(carol, alice);
        ConversationId withCarol = World.between(alice, carol);
        World.send(withCarol, carol, 1, "new conversation");
        World.send(withBob, bob, 2, "one");
        World.send(World.between(alice, carol), carol, 2, "more");
        World.send(withBob, alice, 3, "two");
        World.start(bob, carol);

        FeedPage page = page(List.of(held), null, 200);
        assertThat(page.reset()).isFalse();
        assertThat(page.page()).isNull();
        assertThat(page.head()).isEqualTo(head());
        assertThat(sequences(page, withBob)).containsExactly(2L, 3L);
        assertThat(sequences(page, withCarol)).containsExactly(0L, 1L, 2L);
        assertThat(page.items()).hasSize(5);
    }

    @Test
    void eachShareOfThePartitionsHasItsOwnPosition() {
        World.start(alice, bob);
        ConversationId withBob = World.between(alice, bob);
        World.send(withBob, bob, 1, "a");
        int share = Partition.of(StreamId.conversation(withBob)).number() * 4 / 64;
        List<Long> held = new ArrayList<>(Collections.nCopies(4, head()));
        assertThat(page(held, null, 200).items()).isEmpty();
        held.set(share, 0L);
        assertThat(sequences(page(held, null, 200), withBob)).containsExactly(0L, 1L);
    }

    @Test
    void whatIsOfATypeToComeIsToldInItsPlace() {
        World.start(alice, bob);
        ConversationId conversation = World.between(alice, bob);
        long held = head();
        World.send(conversation, bob, 1, "one");
        RawRows rows = new RawRows(TestDatabase.shared().superuser());
        String stream = StreamId.conversation(conversation).value();
        rows.append(stream, "parley.conversation.future", 1, "{\"a\":1}", "{\"audience\":\"members\"}");
        rows.appendBroken(stream, "parley.conversation.message-sent", "damaged", "{}");
        World.delivered(conversation, alice, 0, 1);
        World.read(conversation, alice, 1, 1);
        String cursor = StreamId.readCursor(conversation, alice).value();
        rows.append(cursor, "parley.read-cursor.future", 1, "{}", "{\"audience\":\"members\"}");
        rows.append(cursor, "parley.read-cursor.other", 1, "{}", "{\"audience\":\"members\"}");

        FeedPage page = page(List.of(held), null, 200);

        assertThat(sequences(page, conversation)).containsExactly(1L, 2L, 3L);
        assertThat(page.items().get(1).event())
                .isInstanceOfSatisfying(
                        UnknownEvent.class, newer -> assertThat(newer.json()).isEqualTo("{\"a\":1}"));
        assertThat(page.items())
                .extracting(Envelope::event)
                .contains(
                        new MessagesRead(conversation, alice, 1, true),
                        new MessagesDelivered(conversation, alice, 1, true));
        JsonNode range = Http.get(alice, "/api/conversations/" + conversation + "/events?from=2&to=3")
                .json();
        assertThat(range.at("/items/0/name").asString()).isEqualTo("conversation.future.v1");
        assertThat(range.at("/items/0/data/a").asInt()).isEqualTo(1);
        assertThat(range.at("/items/1/name").asString()).isEqualTo("log.damaged.v1");
    }

    @Test
    void ofReceiptsTheNewestOfEachKindAndMemberIsTold() {
        World.start(alice, bob);
        ConversationId conversation = World.between(alice, bob);
        for (int number = 1; number <= 120; number++) {
            World.send(conversation, bob, number, "x");
        }
        World.read(conversation, alice, 0, 1);
        long held = head();
        for (int upTo = 2; upTo <= 120; upTo++) {
            World.delivered(conversation, alice, upTo - 1, upTo);
            if (upTo == 10) {
                World.read(conversation, bob, 0, 10);
            }
        }
        assertThat(page(List.of(held), null, 200).items())
                .extracting(Envelope::event)
                .containsExactly(
                        new MessagesRead(conversation, bob, 10, true),
                        new MessagesDelivered(conversation, alice, 120, true));
        World.read(conversation, alice, 120, 5);
        assertThat(page(List.of(held), null, 200).items())
                .extracting(Envelope::event)
                .containsExactly(
                        new MessagesRead(conversation, bob, 10, true),
                        new MessagesDelivered(conversation, alice, 120, true),
                        new MessagesRead(conversation, alice, 5, true));
    }

    @Test
    void pagesTogetherHoldEverythingOnceUpToTheHeadOfTheFirst() {
        List<ConversationId> conversations = new ArrayList<>();
        long held = head();
        for (UserId other : List.of(bob, carol)) {
            World.start(alice, other);
            ConversationId conversation = World.between(alice, other);
            conversations.add(conversation);
            for (int number = 1; number <= 70; number++) {
                World.send(conversation, other, number, "text");
            }
            World.delivered(conversation, alice, 0, 70);
        }
        List<Envelope> all = new ArrayList<>();
        FeedPage first = page(List.of(held), null, 20);
        World.send(conversations.getFirst(), alice, 71, "after the first page");
        all.addAll(first.items());
        for (String next = first.page(); next != null; ) {
            FeedPage page = page(List.of(held), next, 20);
            assertThat(page.head()).isEqualTo(first.head());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(21);
            all.addAll(page.items());
            next = page.page();
        }
        assertThat(all).hasSize(2 * (1 + 70 + 1)).doesNotHaveDuplicates();
        assertThat(all).allMatch(item -> item.position() <= first.head());
        for (ConversationId conversation : conversations) {
            assertThat(all)
                    .filteredOn(item -> item.stream().equals(StreamId.conversation(conversation)))
                    .extracting(Envelope::sequence)
                    .isSorted()
                    .hasSize(71);
        }
    }

    @Test
    void whatNamesAPersonApartFromConversationsIsToldToThemAlone() {
        long held = head();
        World.register(alice, "alice_" + alice.toString().substring(30), "Alice");
        World.start(alice, bob);
        String toBoth = "{\"audience\":\"people\",\"people\":[\"" + alice + "\",\"" + bob + "\"]}";
        String toBob = "{\"audience\":\"people\",\"people\":[\"" + bob + "\"]}";
        RawRows rows = new RawRows(TestDatabase.shared().superuser());
        String account = StreamId.account(alice).value();
        rows.append(account, "parley.account.future", 1, "{\"a\":1}", toBoth);
        rows.append(account, "parley.account.future", 1, "{\"a\":2}", toBob);
        rows.append(account, "parley.account.other", 1, "{\"a\":3}", "{}");
        namesInItsEvents(account, bob);

        assertThat(toldOf(alice, held, account)).containsExactly(0L, 1L);
        assertThat(toldOf(bob, held, account)).containsExactly(1L, 2L);
        assertThat(toldOf(carol, held, account)).isEmpty();
        assertThat(toldOf(bob, head(), account)).isEmpty();
    }

    /** As the build that records an event it knows also writes. */
    private static void namesInItsEvents(String stream, UserId person) {
        JdbcClient.create(TestDatabase.shared().superuser().dataSource())
                .sql("INSERT INTO log.personal_stream (person, stream) VALUES (?, ?)")
                .params(person.value(), stream)
                .update();
    }

    /** Read in pages of one event. */
    private List<Long> toldOf(UserId user, long held, String stream) {
        ServiceCaller caller = QueryService.service(user);
        List<Envelope> told = new ArrayList<>();
        FeedPage page = feed.page(caller, new FeedRequest(List.of(held), null, 1));
        told.addAll(page.items());
        while (page.page() != null) {
            page = feed.page(caller, new FeedRequest(List.of(held), page.page(), 1));
            told.addAll(page.items());
        }
        assertThat(told).doesNotHaveDuplicates();
        return told.stream()
                .filter(event -> event.stream().value().equals(stream))
                .map(Envelope::sequence)
                .toList();
    }

    @Test
    void aLongAbsenceIsFoundExactlyWhereItBegan() {
        World.start(alice, bob);
        ConversationId conversation = World.between(alice, bob);
        long held = 0;
        for (int number = 1; number <= 200; number++) {
            long position = World.send(conversation, bob, number, "x").position();
            held = number == 60 ? position : held;
        }
        FeedPage page = page(List.of(held), null, 500);
        assertThat(sequences(page, conversation)).hasSize(140).startsWith(61L).endsWith(200L);
    }

    @Test
    void whatCannotBeHeldOrIsTooMuchMeansToStartAnew() {
        assertThat(page(List.of(head() + 1), null, 200).reset()).isTrue();
        assertThat(page(List.of(-1L), null, 200).reset()).isTrue();
        World.start(alice, bob);
        ConversationId conversation = World.between(alice, bob);
        long held = head();
        for (int number = 1; number <= 5_000; number++) {
            World.send(conversation, bob, number, "x");
        }
        assertThat(page(List.of(held), null, 200).reset()).isFalse();
        World.send(conversation, bob, 5_001, "one too many");
        FeedPage page = page(List.of(held), null, 200);
        assertThat(page.reset()).isTrue();
        assertThat(page.items()).isEmpty();
        assertThat(page.head()).isEqualTo(head());
    }

    @Test
    void gatewaysAskOverHttpAndGetEventsAsTheyArePublished() {
        long held = head();
        World.start(alice, bob);
        World.send(World.between(alice, bob), bob, 1, "hello");
        JsonNode page = Http.postAsService(
                        alice, "/internal/feed", "{\"after\":[" + held + "],\"page\":null,\"limit\":1}")
                .json();
        assertThat(page.propertyNames()).containsExactly("head", "reset", "items", "page");
        assertThat(page.get("items").get(0).get("type").asString())
                .isEqualTo(EventType.DIRECT_CONVERSATION_STARTED.published());
        String next = page.get("page").asString();
        JsonNode second = Http.postAsService(
                        alice, "/internal/feed", "{\"after\":[" + held + "],\"page\":\"" + next + "\",\"limit\":1}")
                .json();
        JsonNode message = second.get("items").get(0);
        assertThat(message.get("data").get("content").get("text").asString()).isEqualTo("hello");
        assertThat(message.get("specversion").asString()).isEqualTo("1.0");
    }

    @Test
    void gatewaysLearnWhoIsConcerned() {
        World.start(alice, bob);
        World.start(alice, carol);
        ConversationId conversation = World.between(alice, bob);
        JsonNode stays = Http.postAsService(alice, "/internal/conversations/stays", "[\"" + conversation + "\"]")
                .json();
        assertThat(stays.path(conversation.toString()).toString()).contains(alice.toString(), bob.toString());
        JsonNode peers = Http.getAsService(alice, "/internal/peers").json();
        assertThat(List.of(peers.get(0).asString(), peers.get(1).asString()))
                .containsExactlyInAnyOrder(bob.toString(), carol.toString());
    }

    @Test
    void theInternalAddressesAreClosedToPeople() {
        Http.get(alice, "/internal/peers").refused(401, "unauthenticated");
        Http.get(alice, "/internal/peers/all").refused(401, "unauthenticated");
    }

    @Test
    void aRequestThatCannotBeReadIsRefused() {
        Http.postAsService(alice, "/internal/feed", "{\"after\":[0],\"page\":\"x\",\"limit\":1}")
                .refused(400, "cursor_invalid");
        for (String place : List.of("9223372036854775807|%s|0", "-1|%s|0", "0|%s|-9223372036854775808", "0|x|0")) {
            String page = Base64.getUrlEncoder()
                    .encodeToString(("feed|" + place.formatted(UUID.randomUUID())).getBytes(StandardCharsets.UTF_8));
            Http.postAsService(alice, "/internal/feed", "{\"after\":[0],\"page\":\"" + page + "\",\"limit\":1}")
                    .refused(400, "cursor_invalid");
        }
        Http.postAsService(alice, "/internal/feed", "{\"after\":[0],\"page\":null,\"limit\":0}")
                .refused(400, "range_invalid");
        String many = String.join(",", Collections.nCopies(65, "0"));
        Http.postAsService(alice, "/internal/feed", "{\"after\":[" + many + "],\"page\":null,\"limit\":1}")
                .refused(400, "range_invalid");
        Http.postAsService(alice, "/internal/feed", "{}").refused(400, "malformed");
    }

    private FeedPage page(List<Long> after, @Nullable String page, int limit) {
        return feed.page(QueryService.service(alice), new FeedRequest(after, page, limit));
    }

    private static List<Long> sequences(FeedPage page, ConversationId conversation) {
        return page.items().stream()
                .filter(item -> item.stream().equals(StreamId.conversation(conversation)))
                .map(Envelope::sequence)
                .toList();
    }

    private static long head() {
        return QueryService.bean(EventLog.class).head();
    }
}
