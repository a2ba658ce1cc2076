package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessagesTest {

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();

    @Test
    void anAnswerNamesWhatItAnswersUntilItIsDeleted() {
        ConversationId conversation = World.chat(alice, bob, 0);
        World.Recorded tea = World.send(conversation, alice, 1, "tea?").show();
        World.Recorded gladly = World.answer(tea, bob, 2, 2, "gladly").show();
        String messages = "/api/conversations/" + conversation + "/messages?after=0";
        JsonNode items = Http.get(alice, messages).items();
        assertThat(items.get(0).has("replyTo")).isFalse();
        assertThat(items.get(1).get("replyTo").toString()).isEqualTo("{\"number\":1,\"sequence\":1}");
        World.delete(gladly, 3).show();
        assertThat(Http.get(alice, messages).items().get(1).has("replyTo")).isFalse();
    }

    @Test
    void theEndOfAConversationIsReadNewestFirstAndThenBackwards() {
        String messages = messages(World.chat(alice, bob, 5));
        Http.Answer end = Http.get(bob, messages + "?limit=2");
        assertThat(end.numbers("number")).containsExactly(5L, 4L);
        Http.Answer more = Http.get(bob, messages + "?limit=2&cursor=" + end.next());
        assertThat(more.numbers("number")).containsExactly(3L, 2L);
        Http.Answer rest = Http.get(bob, messages + "?limit=2&cursor=" + more.next());
        assertThat(rest.numbers("number")).containsExactly(1L);
        assertThat(rest.atEnd()).isTrue();
    }

    @Test
    void aRangeIsReadFromANumberInEitherDirection() {
        String messages = messages(World.chat(alice, bob, 5));
        assertThat(Http.get(bob, messages + "?before=4").numbers("number")).containsExactly(3L, 2L, 1L);
        assertThat(Http.get(bob, messages + "?before=1").items()).isEmpty();
        Http.Answer after = Http.get(bob, messages + "?after=0&limit=4");
        assertThat(after.numbers("number")).containsExactly(1L, 2L, 3L, 4L);
        Http.Answer last = Http.get(bob, messages + "?limit=4&cursor=" + after.next());
        assertThat(last.numbers("number")).containsExactly(5L);
        assertThat(last.atEnd()).isTrue();
        assertThat(Http.get(bob, messages + "?after=2&limit=3").atEnd()).isTrue();
        assertThat(Http.get(bob, messages + "?after=5").items()).isEmpty();
    }

    @Test
    void aMessageIsShownAsItWasRecorded() {
        ConversationId conversation = World.chat(alice, bob, 0);
        var sent = World.send(conversation, alice, 1, "Grüße 👋").show();
        JsonNode message = Http.get(bob, messages(conversation)).items().get(0);
        assertThat(message.propertyNames()).containsExactly("number", "sequence", "message", "author", "text", "at");
        assertThat(message.get("text").asString()).isEqualTo("Grüße 👋");
        assertThat(message.get("sequence").asLong()).isEqualTo(1);
        assertThat(message.get("author").asString()).isEqualTo(alice.toString());
        assertThat(message.get("at").asString())
                .isEqualTo(sent.event().envelope().recorded().toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 9_999, 10_000, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void afterTheLastMessageThereAreNoneHoweverFarItIs(long number) {
        String messages = messages(World.chat(alice, bob, 3));
        for (String query : List.of("?after=" + number, "?cursor=" + cursor("AFTER", number))) {
            Http.Answer answer = Http.get(bob, messages + query);
            assertThat(answer.items()).isEmpty();
            assertThat(answer.atEnd()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 10_000, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void beforeANumberThatIsNotReachedYetIsTheEndOfTheConversation(long number) {
        String messages = messages(World.chat(alice, bob, 3));
        for (String query : List.of("?before=" + number, "?cursor=" + cursor("BEFORE", number))) {
            assertThat(Http.get(bob, messages + query).numbers("number")).containsExactly(3L, 2L, 1L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"before=0", "before=-1", "after=-1", "before=2&after=1", "limit=0", "limit=101"})
    void aRangeThatIsNoneIsRefused(String query) {
        Http.get(alice, messages(World.chat(alice, bob, 1)) + "?" + query).refused(400, "range_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "bWVzc2FnZXN8TkVWRVJ8Mw", "bWVzc2FnZXN8QkVGT1JFfC0x"})
    void aCursorThatWasNotGivenHereIsRefused(String cursor) {
        Http.get(alice, messages(World.chat(alice, bob, 1)) + "?cursor=" + cursor)
                .refused(400, "cursor_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-9223372036854775808", "9223372036854775808", "1.5", "+", ""})
    void aCursorWhoseNumberIsNoneIsRefused(String number) {
        String messages = messages(World.chat(alice, bob, 1));
        for (String direction : List.of("BEFORE", "AFTER")) {
            Http.get(alice, messages + "?cursor=" + cursor(direction, number)).refused(400, "cursor_invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"after", "before"})
    void aNumberThatIsNoneIsMalformedOrOutOfRange(String parameter) {
        String messages = messages(World.chat(alice, bob, 1)) + "?" + parameter + "=";
        Http.get(alice, messages + Long.MIN_VALUE).refused(400, "range_invalid");
        Http.get(alice, messages + "9223372036854775808").refused(400, "malformed");
        Http.get(alice, messages + "-9223372036854775809").refused(400, "malformed");
    }

    @Test
    void wordsInPlaceOfNumbersAreMalformed() {
        ConversationId conversation = World.chat(alice, bob, 1);
        Http.get(alice, messages(conversation) + "?before=x").refused(400, "malformed");
        Http.get(alice, "/api/conversations/1/messages").refused(404, "not_found");
    }

    @Test
    void receiptsTellWhenEachOtherMemberGotAndReadAMessage() {
        ConversationId conversation = World.chat(alice, bob, 1);
        assertThat(receipt(conversation, 1).toString())
                .isEqualTo("{\"member\":\"" + bob + "\",\"deliveredAt\":null,\"readAt\":null}");
        var delivered = World.delivered(conversation, bob, 0, 1).show();
        var read = World.read(conversation, bob, 1, 1).show();
        JsonNode receipt = receipt(conversation, 1);
        assertThat(receipt.get("deliveredAt").asString())
                .isEqualTo(delivered.event().envelope().recorded().toString());
        assertThat(receipt.get("readAt").asString())
                .isEqualTo(read.event().envelope().recorded().toString());
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void thereAreNoReceiptsOfAMessageThatIsNotThere() {
        ConversationId conversation = World.chat(alice, bob, 1);
        for (long number : List.of(2L, 0L, -1L, 10_000L, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1)) {
            Http.get(alice, messages(conversation) + "/" + number + "/receipts").refused(404, "message_unknown");
        }
    }

    @Test
    void aGapIsFilledFromTheLogEvenBeforeAnyViewHoldsIt() {
        World.start(alice, bob);
        ConversationId conversation = World.between(alice, bob);
        var sent = World.send(conversation, alice, 1, "hello");
        World.send(conversation, bob, 2, "hi");
        Http.Answer events = Http.get(bob, "/api/conversations/" + conversation + "/events?from=0&to=1");
        assertThat(events.numbers("sequence")).containsExactly(0L, 1L);
        assertThat(events.of("name")).containsExactly("conversation.direct-started.v1", "conversation.message-sent.v1");
        JsonNode event = events.items().get(1);
        assertThat(event.propertyNames()).containsExactly("conversation", "sequence", "position", "at", "name", "data");
        assertThat(event.get("position").asLong()).isEqualTo(sent.position());
        assertThat(event.get("data").get("content").get("text").asString()).isEqualTo("hello");
        assertThat(event.get("data").get("number").asLong()).isEqualTo(1);
    }

    @Test
    void ofALongRangeTheFirstTwoHundredEventsAreGiven() {
        World.start(alice, bob);
        ConversationId conversation = World.between(alice, bob);
        for (int number = 1; number <= 210; number++) {
            World.send(conversation, alice, number, "x");
        }
        String events = "/api/conversations/" + conversation + "/events";
        assertThat(Http.get(bob, events + "?from=0&to=" + Long.MAX_VALUE).numbers("sequence"))
                .hasSize(200)
                .endsWith(199L);
        assertThat(Http.get(bob, events + "?from=200&to=1000").numbers("sequence"))
                .hasSize(11)
                .endsWith(210L);
        Http.get(bob, events + "?from=1").refused(400, "malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, to",
        "0, -1, to",
        "0, -9223372036854775808, to",
        "-1, 1, from",
        "-2, -1, from",
        "-9223372036854775808, 9223372036854775807, from"
    })
    void aRangeOfEventsThatIsNoneIsRefusedByTheNumberThatIsToBlame(long from, long to, String field) {
        ConversationId conversation = World.chat(alice, bob, 1);
        String body = Http.get(bob, "/api/conversations/" + conversation + "/events?from=" + from + "&to=" + to)
                .refused(400, "range_invalid")
                .body();
        assertThat(JsonMapper.shared().readTree(body).get("errors"))
                .singleElement()
                .satisfies(error -> assertThat(error.get("field").asString()).isEqualTo(field));
    }

    @ParameterizedTest
    @ValueSource(longs = {10, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    void beyondTheNewestEventThereAreNone(long from) {
        ConversationId conversation = World.chat(alice, bob, 1);
        assertThat(Http.get(
                                bob,
                                "/api/conversations/" + conversation + "/events?from=" + from + "&to=" + Long.MAX_VALUE)
                        .items())
                .isEmpty();
    }

    @Test
    void theConversationOfOthersIsNobodyElses() {
        ConversationId conversation = World.chat(alice, bob, 1);
        UserId carol = new UserId(UUID.randomUUID());
        World.chat(carol, bob, 1);
        Http.get(carol, messages(conversation)).refused(404, "conversation_unknown");
    }

    private JsonNode receipt(ConversationId conversation, long number) {
        JsonNode answer = Http.get(alice, messages(conversation) + "/" + number + "/receipts")
                .json();
        assertThat(answer.get("number").asLong()).isEqualTo(number);
        assertThat(answer.get("receipts")).hasSize(1);
        return answer.get("receipts").get(0);
    }

    private static String cursor(String direction, Object number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("messages|" + direction + "|" + number).getBytes(StandardCharsets.UTF_8));
    }

    private static String messages(ConversationId conversation) {
        return "/api/conversations/" + conversation + "/messages";
    }
}
