package chat.parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.infrastructure.Component;
import chat.parley.testing.JsonHttp;
import chat.parley.testing.TestInfrastructure;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import chat.parley.throttling.ThrottlingConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.GetExchange;

/** Requests behind a proxy, which this test is. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "parley.trusted-proxies=127.0.0.1/32",
            "parley.limits.register-address=3/1h",
            "parley.limits.ticket-session=1/1h",
            "parley.limits.ticket-account=2/1h",
            "parley.limits.messages-account=2/1h"
        })
class ThrottlingOverHttpTest {

    private static final Keys KEYS = new Keys();

    private final AccessTokens tokens = KEYS.accessTokens(Clock.systemUTC());
    private final UserId alice = new UserId(UUID.randomUUID());

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void given(DynamicPropertyRegistry properties) {
        properties.add("parley.publickey.access", () -> KEYS.access.publicKey());
        properties.add("parley.publickey.service", () -> KEYS.service.publicKey());
        properties.add(
                "spring.data.redis.url",
                () -> TestInfrastructure.with(Component.REDIS)
                        .addresses()
                        .redis()
                        .uri());
    }

    private HttpResponse<String> register(String from) {
        return send(JsonHttp.request("POST", address("/api/registration"), null, "{}", "X-Forwarded-For", from));
    }

    private HttpResponse<String> get(String path, String token) {
        return send(JsonHttp.request("GET", address(path), token, null));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return JsonHttp.send(request);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String session() {
        return tokens.accessToken(new Caller(alice, new SessionId(UUID.randomUUID())));
    }

    private static @Nullable String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    @Test
    void afterTooManyRequestsOfAnAddressItIsToldToWaitAndOthersGoOn() {
        HttpResponse<String> first = register("2001:db8:%x::1".formatted(port));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"register-address\";q=3;w=3600");
        assertThat(header(first, "RateLimit")).isEqualTo("\"register-address\";r=2;t=0");
        assertThat(register("2001:db8:%x::2".formatted(port)).statusCode()).isEqualTo(200);
        assertThat(register("2001:db8:%x:0:1::".formatted(port)).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = register("2001:db8:%x::3".formatted(port));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(JsonHttp.body(refused).get("code").asString()).isEqualTo("slow_down");
        assertThat(JsonHttp.body(refused).get("retryable").asBoolean()).isTrue();
        assertThat(Integer.parseInt(String.valueOf(header(refused, "Retry-After"))))
                .isBetween(1_190, 1_200);
        assertThat(header(refused, "RateLimit")).startsWith("\"register-address\";r=0;t=1");
        assertThat(register("2001:db8:%x:1::1".formatted(port)).statusCode()).isEqualTo(200);
    }

    @Test
    void whatAClientClaimsToBeIsIgnored() {
        String real = "198.51.100." + (port % 250);
        for (int claimed = 1; claimed <= 3; claimed++) {
            assertThat(register("10.0.0.%d, 203.0.113.%d, %s".formatted(claimed, claimed, real))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(register("10.0.0.9, " + real).statusCode()).isEqualTo(429);
    }

    @Test
    void overTlsTheBrowserIsToldToStayThere() {
        HttpResponse<String> answer =
                send(JsonHttp.request("GET", address("/api/message"), session(), null, "X-Forwarded-Proto", "https"));
        assertThat(header(answer, "Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void sessionsAndAccountsHaveLimitsOfTheirOwn() {
        String phone = session();
        assertThat(get("/api/ticket", phone).statusCode()).isEqualTo(200);
        assertThat(header(get("/api/ticket", phone), "RateLimit-Policy"))
                .isEqualTo("\"ticket-session\";q=1;w=3600, \"ticket-account\";q=2;w=3600");
        assertThat(get("/api/ticket", phone).statusCode()).as("of the session").isEqualTo(429);
        assertThat(get("/api/ticket", session()).statusCode())
                .as("of the account")
                .isEqualTo(429);
    }

    @Test
    void whatAServiceAsksIsNotCountedAgain() {
        Caller caller = new Caller(alice, new SessionId(UUID.randomUUID()));
        String own = tokens.accessToken(caller);
        String service = KEYS.serviceTokens(Clock.systemUTC()).serviceToken(caller);
        for (int sent = 0; sent < 5; sent++) {
            assertThat(get("/api/message", service).statusCode()).isEqualTo(200);
        }
        assertThat(get("/api/message", own).statusCode()).isEqualTo(200);
        assertThat(get("/api/message", own).statusCode()).isEqualTo(200);
        assertThat(get("/api/message", own).statusCode()).isEqualTo(429);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @Import({HttpAccessConfiguration.class, ThrottlingConfiguration.class, Endpoints.class})
    static class App {

        @Bean
        HttpRefusalsTest.EndsByHand ends() {
            return new HttpRefusalsTest.EndsByHand();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    interface Contract {

        @GetExchange("/api/message")
        void message(Caller caller);
    }

    @RestController
    static class Endpoints implements Contract {

        @OpenToEveryone
        @Throttled(Limit.REGISTER_ADDRESS)
        @PostMapping("/api/registration")
        void register() {
            // It is counted, nothing more.
        }

        @Throttled({Limit.TICKET_SESSION, Limit.TICKET_ACCOUNT})
        @GetMapping("/api/ticket")
        void ticket(@SuppressWarnings("unused") Caller caller) {
            // It is counted, nothing more.
        }

        @Override
        @Throttled(Limit.MESSAGES_ACCOUNT)
        public void message(Caller caller) {
            // It is counted, nothing more.
        }
    }
}
