package chat.parley.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.access.Caller;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceClientTest {

    private static final Caller ALICE = new Caller(new UserId(new UUID(1, 1)), new SessionId(new UUID(2, 2)));

    private final StubService service = new StubService();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aCallNamesTheCallerInAServiceToken() {
        service.answering("/internal/thing", exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            Caller named = service.tokens.verifyService(authorization.substring("Bearer ".length()));
            service.answer(exchange, 200, "{\"user\":\"" + named.user() + "\"}");
        });
        var answer = service.client().post(ALICE, "/internal/thing", Map.of("upTo", 3));
        assertThat(answer.get("user").asString()).isEqualTo(ALICE.user().toString());
        assertThat(service.asked).containsExactly("POST /internal/thing {\"upTo\":3}");
    }

    @Test
    void aProblemIsTheRefusalItWas() {
        service.answering("/internal/thing", exchange -> {
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
        service.answering(502, "/internal/thing", "<html>");
        assertThat(refusal().reason()).isEqualTo(Reason.INTERNAL);
    }

    @Test
    void aServiceThatIsNotThereIsUnavailable() {
        service.close();
        assertThat(refusal().reason()).isEqualTo(Reason.UNAVAILABLE);
    }

    private Refused refusal() {
        return catchThrowableOfType(Refused.class, () -> service.client().get(ALICE, "/internal/thing"));
    }
}
