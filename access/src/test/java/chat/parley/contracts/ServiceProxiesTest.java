package chat.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.access.Caller;
import chat.parley.access.ServiceCaller;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls over real HTTP, whatever they ask for. */
class ServiceProxiesTest {

    private static final Caller ALICE = new Caller(new UserId(new UUID(1, 1)), new SessionId(new UUID(2, 2)));
    private static final ConversationId CONVERSATION = new ConversationId(new UUID(3, 3));
    private static final String MESSAGES = "/api/conversations/" + CONVERSATION + "/messages";
    private static final String PEERS = "/internal/peers";

    private final StubService service = new StubService();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aCallNamesItsCallerInAServiceToken() {
        service.answering(PEERS, exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            assertThat(service.keys.verifier(Clock.systemUTC()).verify(authorization.substring("Bearer ".length())))
                    .isEqualTo(new ServiceCaller(ALICE));
            service.answer(exchange, 200, "[\"" + ALICE.user() + "\"]");
        });
        assertThat(feed().peers(new ServiceCaller(ALICE))).containsExactly(ALICE.user());
    }

    @Test
    void aPersonsOwnCallGoesUnderAServiceTokenToo() {
        service.answering(MESSAGES, exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            assertThat(service.keys.verifier(Clock.systemUTC()).verify(authorization.substring("Bearer ".length())))
                    .isEqualTo(new ServiceCaller(ALICE));
            service.answer(exchange, 422, "{\"code\":\"text_empty\",\"detail\":\"A message needs some text.\"}");
        });
        NewMessage message = new NewMessage(new MessageId(new UUID(4, 4)), "");
        Refused refused = catchThrowableOfType(
                Refused.class, () -> service.as(Commands.class).send(ALICE, CONVERSATION, message));
        assertThat(refused.reason()).isEqualTo(Reason.TEXT_EMPTY);
    }

    @Test
    void theFieldAProblemBlamesIsTheRefusalsToo() {
        service.answering(
                422,
                PEERS,
                "{'code':'text_invalid','detail':'No.','errors':[{'field':'text','code':'text_invalid','detail':'No.'}]}");
        assertThat(refusal().fields()).containsExactly(new FieldProblem("text", Reason.TEXT_INVALID, "No."));
    }

    @Test
    void aProblemIsTheRefusalItWas() {
        service.answering(PEERS, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3");
            service.answer(exchange, 429, "{\"code\":\"slow_down\",\"detail\":\"Not so fast.\"}");
        });
        Refused refused = refusal();
        assertThat(refused.reason()).isEqualTo(Reason.SLOW_DOWN);
        assertThat(refused.sentence()).isEqualTo("Not so fast.");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void anAnswerThatIsNoProblemIsAnInternalError() {
        service.answering(502, PEERS, "<html>");
        assertThat(refusal().reason()).isEqualTo(Reason.INTERNAL);
    }

    @Test
    void aServiceThatIsNotThereIsUnavailable() {
        service.close();
        assertThat(refusal().reason()).isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void aConnectionThatBreaksIsTriedOnceMore() {
        AtomicInteger calls = new AtomicInteger();
        service.answering(PEERS, exchange -> {
            if (calls.incrementAndGet() == 1) {
                exchange.close();
            } else {
                service.answer(exchange, 200, "[]");
            }
        });
        assertThat(feed().peers(new ServiceCaller(ALICE))).isEmpty();
        assertThat(calls).hasValue(2);
    }

    private ConversationFeed feed() {
        return service.as(ConversationFeed.class);
    }

    private Refused refusal() {
        return catchThrowableOfType(Refused.class, () -> feed().peers(new ServiceCaller(ALICE)));
    }
}
