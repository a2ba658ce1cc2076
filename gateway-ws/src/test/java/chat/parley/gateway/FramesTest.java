package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.MessageSent;
import chat.parley.events.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Each frame and its answer, through a real socket. */
class FramesTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode NODE = GatewayNode.start(LOG);

    private final People people = People.make();
    private final ConversationId conversation =
            LOG.startDirect(people.alice().user(), people.bob().user());

    @AfterAll
    static void stop() throws Exception {
        NODE.close();
    }

    @Test
    void aMessageIsAcknowledgedToItsDeviceAndToldToEveryone() {
        try (Client alice = NODE.ready(people.alice());
                Client phone = NODE.ready(people.alice());
                Client bob = NODE.ready(people.bob())) {
            String message = UUID.randomUUID().toString();
            alice.write(send("m1", message, "hello"));
            JsonNode ack = alice.await("ack");
            assertThat(ack.get("ref").asString()).isEqualTo("m1");
            assertThat(ack.get("message").asString()).isEqualTo(message);
            assertThat(ack.get("sequence").asLong()).isEqualTo(1);
            assertThat(ack.get("number").asLong()).isEqualTo(1);
            bob.awaitTexts(conversation, "hello");
            alice.awaitTexts(conversation, "hello");
            phone.awaitTexts(conversation, "hello");
            JsonNode event = bob.await("event", frame -> frame.get("sequence").asLong() == 1);
            assertThat(event.get("name").asString()).isEqualTo("conversation.message-sent.v1");
            assertThat(event.get("position")).isEqualTo(ack.get("position"));
            assertThat(event.get("at")).isEqualTo(ack.get("at"));
        }
    }

    @Test
    void aCommandIsCarriedOutOnAVirtualThread() {
        try (Client alice = NODE.ready(people.alice())) {
            alice.write(send("m1", UUID.randomUUID().toString(), "hello"));
            alice.await("ack");
            assertThat(LOG.sentOnVirtualThread).isTrue();
        }
    }

    @Test
    void messagesSentWithoutWaitingKeepTheirOrder() {
        try (Client alice = NODE.ready(people.alice());
                Client bob = NODE.ready(people.bob())) {
            String[] texts = IntStream.range(0, 200).mapToObj(i -> "text " + i).toArray(String[]::new);
            for (String text : texts) {
                alice.write(send(text, UUID.randomUUID().toString(), text));
            }
            bob.awaitTexts(conversation, texts);
        }
    }

    @Test
    void watermarksAreAcknowledgedAndToldAsReceipts() {
        try (Client alice = NODE.ready(people.alice());
                Client bob = NODE.ready(people.bob())) {
            LOG.say(conversation, people.alice().user(), "hello");
            bob.write(Map.of("type", "received", "id", "r1", "upTo", Map.of(conversation.toString(), 1)));
            assertThat(bob.await("ack").get("ref").asString()).isEqualTo("r1");
            JsonNode delivered = alice.await("receipt");
            assertThat(delivered.get("kind").asString()).isEqualTo("delivered");
            assertThat(delivered.get("member").asString())
                    .isEqualTo(people.bob().user().toString());
            bob.write(Map.of("type", "read", "upTo", Map.of(conversation.toString(), 1)));
            alice.await("receipt", receipt -> receipt.get("kind").asString().equals("read"));
        }
    }

    @Test
    void watermarksOfSeveralConversationsAreAcknowledgedTogetherAndThoseRefusedAreNamed() {
        UserId carol = People.someone().user();
        ConversationId another = LOG.startDirect(people.bob().user(), carol);
        ConversationId unknown = new ConversationId(UUID.randomUUID());
        try (Client alice = NODE.ready(people.alice());
                Client bob = NODE.ready(people.bob())) {
            LOG.say(conversation, people.alice().user(), "hello");
            LOG.say(another, carol, "hello");
            Map<String, Integer> upTo =
                    Map.of(conversation.toString(), 1, another.toString(), 1, unknown.toString(), 1);
            bob.write(Map.of("type", "read", "id", "r1", "upTo", upTo));
            JsonNode ack = bob.await("ack");
            assertThat(ack.get("ref").asString()).isEqualTo("r1");
            assertThat(ack.get("refused")).singleElement().satisfies(refused -> {
                assertThat(refused.get("conversation").asString()).isEqualTo(unknown.toString());
                assertThat(refused.get("code").asString()).isEqualTo("conversation_unknown");
            });
            alice.await("receipt", receipt -> receipt.get("kind").asString().equals("read"));
            bob.await("receipt", receipt -> receipt.get("position").equals(ack.get("position")));
            assertThat(bob.told("receipt")).hasSize(2);
        }
    }

    @Test
    void aDeletionIsToldToEveryone() {
        try (Client alice = NODE.ready(people.alice());
                Client phone = NODE.ready(people.alice());
                Client bob = NODE.ready(people.bob())) {
            Envelope sent = LOG.say(conversation, people.alice().user(), "hello");
            Envelope deletion = LOG.delete(sent);
            for (Client told : List.of(bob, alice, phone)) {
                JsonNode event =
                        told.await("event", each -> each.get("sequence").asLong() == deletion.sequence());
                assertThat(event.get("name").asString()).isEqualTo("conversation.message-deleted.v1");
                assertThat(event.get("position").asLong()).isEqualTo(deletion.position());
                assertThat(event.get("data").get("target").asLong()).isEqualTo(sent.sequence());
                assertThat(event.get("data").get("message").asString())
                        .isEqualTo(((MessageSent) sent.event()).message().toString());
            }
        }
    }

    @Test
    void whatTheCommandSideRefusesIsAnError() {
        try (Client alice = NODE.ready(people.alice())) {
            alice.write(send("m1", UUID.randomUUID().toString(), ""));
            JsonNode error = alice.await("error");
            assertThat(error.get("ref").asString()).isEqualTo("m1");
            assertThat(error.get("code").asString()).isEqualTo("text_empty");
            assertThat(error.get("retryable").asBoolean()).isFalse();
            assertThat(error.get("retryAfterMs").isNull()).isTrue();
        }
    }

    @Test
    void aStrangersConversationAndAMissingOneAreTheSame() {
        try (Client stranger = NODE.ready(People.someone())) {
            stranger.write(Map.of("type", "focus", "id", "1", "conversation", conversation.toString()));
            stranger.write(Map.of("type", "typing", "id", "2", "conversation", conversation.toString(), "on", true));
            stranger.write(Map.of(
                    "type",
                    "focus",
                    "id",
                    "3",
                    "conversation",
                    UUID.randomUUID().toString()));
            stranger.await("error", error -> error.get("ref").asString().equals("3"));
            assertThat(stranger.told("error"))
                    .hasSize(3)
                    .allMatch(error -> error.get("code").asString().equals("conversation_unknown"));
        }
    }

    @Test
    void framesThatAreNoneAreErrorsAndTooManyInARowEndTheSocketOnceAllAreAnswered() {
        try (Client alice = NODE.ready(people.alice())) {
            alice.writeRaw("{");
            JsonNode error = alice.await("error");
            assertThat(error.get("code").asString()).isEqualTo("malformed");
            assertThat(error.get("field").isNull()).isTrue();
            alice.write(Map.of("type", "ping"));
            alice.await("pong");
            for (int i = 0; i < 21; i++) {
                alice.writeRaw("{");
            }
            assertThat(alice.awaitClose()).isEqualTo("4004 violation");
            assertThat(alice.told("error")).hasSize(22);
        }
    }

    @Test
    void aTypeOfANewerClientIsAnErrorHoweverOftenItComes() {
        try (Client alice = NODE.ready(people.alice())) {
            for (int i = 0; i < 40; i++) {
                alice.write(Map.of("type", "dance", "id", "d" + i));
            }
            alice.write(Map.of("type", "ping"));
            alice.await("pong");
            assertThat(alice.told("error"))
                    .hasSize(40)
                    .allMatch(error -> error.get("code").asString().equals("unknown_frame"))
                    .allMatch(error -> error.get("field").asString().equals("type"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'ping','id':5}|id|The field id has to be a string of at most 64 UTF-16 units, whole characters.",
                "{'type':'send','conversation':'C','message':'M','text':5}|text|The field text has to be a string.",
                "{'type':'read','upTo':{'C':1.9}}|upTo.C"
                        + "|The field upTo.C has to be a whole number of at least 0 and less than 2^63.",
                "{'type':'typing','conversation':'C'}|on|The field on is missing; it is true or false.",
                "{'type':'focus','conversation':'1-1-1-1-1'}|conversation"
                        + "|The field conversation holds what is not a UUID in its canonical form, in lower case."
            })
    void aMalformedFrameIsToldItsFieldAndTheRule(String frame, String field, String sentence) {
        try (Client alice = NODE.connect(people.alice())) {
            alice.writeRaw(frame.replace('\'', '"')
                    .replace("\"C\"", '"' + conversation.toString() + '"')
                    .replace("\"M\"", '"' + UUID.randomUUID().toString() + '"'));
            JsonNode error = alice.await("error");
            assertThat(error.get("code").asString()).isEqualTo("malformed");
            assertThat(error.get("field").asString()).isEqualTo(field.replace("C", conversation.toString()));
            assertThat(error.get("message").asString()).isEqualTo(sentence.replace(".C ", "." + conversation + " "));
        }
    }

    @Test
    void whatIsNullIsAbsent() {
        try (Client alice = NODE.connect(people.alice())) {
            alice.writeRaw("{\"type\":\"resume\",\"id\":null,\"cursor\":null}");
            alice.await("ready");
            alice.writeRaw("{\"type\":\"ping\",\"id\":null}");
            assertThat(alice.await("pong").get("ref").isNull()).isTrue();
        }
    }

    @Test
    void halfASurrogatePairIsMalformedWhereverItIsAndTheNextPingIsAnswered() {
        try (Client alice = NODE.ready(people.alice())) {
            alice.writeRaw("{\"type\":\"ping\",\"id\":\"\\ud800\"}");
            JsonNode error = alice.await("error");
            assertThat(error.get("code").asString()).isEqualTo("malformed");
            assertThat(error.get("ref").isNull()).isTrue();
            alice.writeRaw("{\"type\":\"resume\",\"id\":\"r\",\"cursor\":\"\\udc00\"}");
            assertThat(alice.await("error", each -> each.get("ref").asString("").equals("r"))
                            .get("code")
                            .asString())
                    .isEqualTo("malformed");
            alice.write(Map.of("type", "ping", "id", "\ud83d\ude00"));
            assertThat(alice.await("pong").get("ref").asString()).isEqualTo("\ud83d\ude00");
        }
    }

    @Test
    void aMessageWithHalfASurrogatePairIsNotSent() {
        try (Client alice = NODE.ready(people.alice());
                Client bob = NODE.ready(people.bob())) {
            String message = UUID.randomUUID().toString();
            alice.writeRaw("{\"type\":\"send\",\"id\":\"m\",\"conversation\":\"" + conversation + "\",\"message\":\""
                    + message + "\",\"text\":\"half \\ud83d\"}");
            JsonNode error = alice.await("error");
            assertThat(error.get("code").asString()).isEqualTo("text_invalid");
            assertThat(error.get("field").asString()).isEqualTo("text");
            alice.write(send("m", message, "whole"));
            bob.awaitTexts(conversation, "whole");
        }
    }

    @Test
    void aFrameOf64KilobytesIsTakenAndOneOfAByteMoreEndsTheSocket() {
        Client alice = NODE.ready(people.alice());
        alice.writeRaw(pingOf(64 * 1024));
        alice.await("pong", pong -> pong.path("ref").asString("").equals("large"));
        alice.writeRaw(pingOf(64 * 1024 + 1));
        assertThat(alice.awaitClose()).isEqualTo("1009 too_large");
    }

    @Test
    void aFrameMayComeInFragmentsCutThroughItsCharacters() throws Exception {
        try (RawSocket alice = RawSocket.open(NODE, NODE.ticket(people.alice(), "{\"client\":\"browser\"}"))) {
            byte[] ping = "{\"type\":\"ping\",\"id\":\"\ud83d\ude00\"}".getBytes(StandardCharsets.UTF_8);
            int cut = ping.length - 4;
            alice.text(Arrays.copyOf(ping, cut), false);
            alice.continuation(new byte[0], false);
            alice.continuation(Arrays.copyOfRange(ping, cut, ping.length), true);
            assertThat(alice.await("pong")).contains("\"ref\":\"\ud83d\ude00\"");
        }
    }

    @Test
    void fragmentsOfMoreThan64KilobytesTogetherEndTheSocketBeforeTheLastHasCome() throws Exception {
        try (RawSocket alice = RawSocket.open(NODE, NODE.ticket(people.alice(), "{\"client\":\"browser\"}"))) {
            byte[] half = pingOf(33 * 1024).getBytes(StandardCharsets.UTF_8);
            alice.text(half, false);
            alice.continuation(half, false);
            assertThat(alice.awaitCloseCode()).isEqualTo(1009);
        }
    }

    @Test
    void aHeaderThatClaimsMoreThanThatEndsTheSocketAtOnce() throws Exception {
        try (RawSocket alice = RawSocket.open(NODE, NODE.ticket(people.alice(), "{\"client\":\"browser\"}"))) {
            alice.write(0x81, 0xFF, 0x40, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4);
            assertThat(alice.awaitCloseCode()).isEqualTo(1009);
        }
    }

    @Test
    void aFrameIsMeasuredInBytes() {
        Client alice = NODE.ready(people.alice());
        alice.writeRaw("{\"type\":\"ping\",\"padding\":\"" + "ä".repeat(40 * 1024) + "\"}");
        assertThat(alice.awaitClose()).isEqualTo("1009 too_large");
    }

    @Test
    void aPingIsAnsweredWithHowFarTheClientWasTold() {
        try (Client alice = NODE.ready(people.alice())) {
            LOG.say(conversation, people.bob().user(), "hello");
            alice.awaitTexts(conversation, "hello");
            alice.write(Map.of("type", "ping", "id", "p"));
            JsonNode pong =
                    alice.await("pong", each -> each.path("ref").asString("").equals("p"));
            assertThat(pong.get("cursor"))
                    .isEqualTo(alice.told("event").getLast().get("cursor"));
        }
    }

    @Test
    void typingReachesTheOthersAndNotOneself() {
        try (Client alice = NODE.ready(people.alice());
                Client bob = NODE.ready(people.bob())) {
            alice.write(Map.of("type", "typing", "conversation", conversation.toString(), "on", true));
            JsonNode typing = bob.await("typing");
            assertThat(typing.get("user").asString())
                    .isEqualTo(people.alice().user().toString());
            assertThat(typing.get("on").asBoolean()).isTrue();
            alice.write(Map.of("type", "ping"));
            alice.await("pong");
            assertThat(alice.told("typing")).isEmpty();
        }
    }

    @Test
    void thatSomeoneStoppedTypingIsToldHoweverSoonItComes() {
        try (Client alice = NODE.ready(people.alice());
                Client bob = NODE.ready(people.bob())) {
            for (boolean on : List.of(true, true, true, true, false)) {
                alice.write(Map.of("type", "typing", "conversation", conversation.toString(), "on", on));
            }
            bob.await("typing", typing -> !typing.get("on").asBoolean());
            assertThat(bob.told("typing")).hasSize(3);
        }
    }

    private static String pingOf(int bytes) {
        String begin = "{\"type\":\"ping\",\"id\":\"large\",\"padding\":\"";
        String end = "\"}";
        return begin + "x".repeat(bytes - begin.length() - end.length()) + end;
    }

    private Map<String, ?> send(String id, String message, String text) {
        return Map.of(
                "type", "send", "id", id, "conversation", conversation.toString(), "message", message, "text", text);
    }
}
