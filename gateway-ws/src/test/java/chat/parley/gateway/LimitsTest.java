package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.SessionId;
import chat.parley.testing.JsonHttp;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happens to those who do more than they may. */
class LimitsTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode NODE = GatewayNode.start(
            LOG,
            Map.of(
                    "parley.limits.messages-account", "3/1h",
                    "parley.limits.marks-account", "3/1h",
                    "parley.limits.resume-account", "5/1h",
                    "parley.gateway.sockets-per-session", 2,
                    "parley.gateway.sockets-per-account", 3));

    private final People people = People.make();
    private final ConversationId conversation =
            LOG.startDirect(people.alice().user(), people.bob().user());

    @AfterAll
    static void stop() {
        NODE.close();
    }

    private Map<String, Object> message(String id) {
        return Map.of(
                "type",
                "send",
                "id",
                id,
                "conversation",
                conversation.toString(),
                "message",
                UUID.randomUUID().toString(),
                "text",
                id);
    }

    private static void assertToldToSlowDown(JsonNode error, String ref) {
        assertThat(error.get("ref").asString()).isEqualTo(ref);
        assertThat(error.get("code").asString()).isEqualTo("slow_down");
        assertThat(error.get("retryable").asBoolean()).isTrue();
        assertThat(error.get("retryAfterMs").asLong()).isBetween(1_000L, 1_200_000L);
    }

    @Test
    void moreMessagesThanAPersonMaySendAreRefusedOnAllOfTheirSocketsAndNotOnAnybodyElses() {
        try (Client alice = NODE.ready(people.alice());
                Client phone = NODE.ready(people.alice());
                Client bob = NODE.ready(people.bob())) {
            for (String id : List.of("1", "2", "3")) {
                alice.write(message(id));
            }
            bob.awaitTexts(conversation, "1", "2", "3");
            phone.write(message("4"));
            assertToldToSlowDown(phone.await("error"), "4");
            bob.write(message("5"));
            bob.await("ack");
            phone.awaitTexts(conversation, "1", "2", "3", "5");
        }
    }

    @Test
    void soAreWatermarks() {
        LOG.say(conversation, people.alice().user(), "hello");
        try (Client bob = NODE.ready(people.bob())) {
            for (int marks = 0; marks < 4; marks++) {
                bob.write(Map.of("type", "read", "id", "r" + marks, "upTo", Map.of(conversation.toString(), 1)));
            }
            assertToldToSlowDown(bob.await("error"), "r3");
        }
    }

    @Test
    void aSessionAndAPersonHaveSoManySocketsAtATime() throws IOException {
        Caller tablet = new Caller(people.alice().user(), new SessionId(UUID.randomUUID()));
        List<Client> open = new ArrayList<>();
        try {
            open.add(NODE.ready(people.alice()));
            open.add(NODE.ready(people.alice()));
            assertRefused(people.alice());
            open.add(NODE.ready(tablet));
            assertRefused(tablet);
        } finally {
            open.forEach(Client::close);
        }
    }

    private static void assertRefused(Caller caller) throws IOException {
        try (RawSocket socket = RawSocket.open(NODE, NODE.ticket(caller, "{\"client\":\"browser\"}"))) {
            assertThat(socket.head()).startsWith("HTTP/1.1 429").contains("Retry-After: 10");
        }
    }

    @Test
    void aTicketSaysHowManyAreLeft() {
        HttpResponse<String> answer = NODE.ticketAnswer(people.alice(), "{}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("RateLimit-Policy").orElseThrow())
                .contains("\"ticket-session\";q=", "\"ticket-account\";q=");
        assertThat(JsonHttp.body(answer).get("expiresInSeconds").asLong()).isEqualTo(30);
    }
}
