package chat.parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.ClientAddress;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.GetExchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"parley.origins=https://chat.example.org, http://localhost:8080"})
class HttpRefusalsTest {

    private static final Keys KEYS = new Keys();

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("parley.publickey.access", () -> KEYS.access.publicKey());
        properties.add("parley.publickey.service", () -> KEYS.service.publicKey());
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final Caller alice = new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()));

    @LocalServerPort
    private int port;

    private final AccessTokens tokens = KEYS.accessTokens(Clock.systemUTC());
    private final ServiceTokens services = KEYS.serviceTokens(Clock.systemUTC());

    @Autowired
    private EndsByHand ends;

    @Autowired
    private AllowedOrigins origins;

    @BeforeEach
    void reached() {
        ends.reachable = true;
    }

    @Test
    void aCallerIsKnownByTheirOwnTokenAndWhereServicesAskEachOtherByAServicesToo() {
        assertThat(get("/api/whoami", tokens.accessToken(alice)).body())
                .contains(alice.user().toString());
        assertThat(get("/api/contract", tokens.accessToken(alice)).body())
                .contains(alice.user().toString());
        assertThat(get("/api/contract", services.serviceToken(alice)).body())
                .contains(alice.user().toString());
        assertProblem(get("/api/whoami", services.serviceToken(alice)), 401, "unauthenticated");
    }

    @Test
    void aRevokedClientIsRefusedAtOnce() {
        MachineClientCaller warehouse =
                new MachineClientCaller(new MachineClientId(UUID.randomUUID()), Set.of(Scope.CONTENT));
        String token = tokens.clientToken(warehouse);
        assertThat(get("/api/scoped", token).statusCode()).isEqualTo(200);
        ends.ended(warehouse.session());
        assertProblem(get("/api/scoped", token), 401, "session_ended");
    }

    @Test
    void nobodyIsBelievedWhoSaysThatSomebodyElseAsks() {
        HttpRequest.Builder claimed = request("/api/address", null)
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "chat.example.org");
        JsonNode known = JsonMapper.shared().readTree(send(claimed).body());
        assertThat(known.get("from").asString()).isEqualTo("127.0.0.1");
        assertThat(known.get("by").asString()).isEqualTo("http");
        assertThat(known.get("at").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void answersAreNotToBeKeptOnTheWay() {
        var headers = get("/api/whoami", tokens.accessToken(alice)).headers();
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security"))
                .as("without TLS")
                .isEmpty();
    }

    @Test
    void noTokenAndAWrongTokenAreRefused() {
        assertProblem(get("/api/whoami", null), 401, "unauthenticated");
        var answer = get("/api/whoami", "abc");
        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void internalAddressesTakeServiceTokensOnly() {
        assertThat(get("/internal/whoami", services.serviceToken(alice)).statusCode())
                .isEqualTo(200);
        assertProblem(get("/internal/whoami", tokens.accessToken(alice)), 401, "unauthenticated");
    }

    @Test
    void aClientPassesWithOneOfTheScopesOnly() {
        assertThat(get("/api/scoped", client(Scope.CONTENT)).body()).isEqualTo("\"content\"");
        assertThat(get("/api/scoped", client(Scope.ANALYST, Scope.OPERATOR)).statusCode())
                .isEqualTo(200);
        assertProblem(get("/api/scoped", client(Scope.OPERATOR)), 403, "insufficient_scope");
        assertThat(assertProblem(get("/api/scoped", tokens.accessToken(alice)), 403, "insufficient_scope")
                        .get("detail")
                        .asString())
                .isEqualTo("This is for programs with a token of their own.");
        assertProblem(get("/api/scoped", services.serviceToken(alice)), 401, "unauthenticated");
        assertProblem(get("/api/scoped", null), 401, "unauthenticated");
        assertProblem(get("/api/whoami", client(Scope.OPERATOR)), 401, "unauthenticated");
    }

    private String client(Scope... scopes) {
        return tokens.clientToken(new MachineClientCaller(new MachineClientId(UUID.randomUUID()), Set.of(scopes)));
    }

    @Test
    void anEndedSessionIsRefusedAtOnce() {
        String token = tokens.accessToken(alice);
        assertThat(get("/api/whoami", token).statusCode()).isEqualTo(200);
        ends.memory.learn(alice.session());
        assertProblem(get("/api/whoami", token), 401, "session_ended");
        assertProblem(get("/api/whoami", services.serviceToken(alice)), 401, "session_ended");
    }

    @Test
    void everyoneIsRefusedForAWhileWhenEndedSessionsCannotBeKnown() {
        ends.reachable = false;
        var answer = get("/api/whoami", tokens.accessToken(alice));
        assertThat(assertProblem(answer, 503, "unavailable").get("retryable").asBoolean())
                .isTrue();
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void aRefusalCarriesEveryFieldOfTheContract() {
        JsonNode problem = assertProblem(post("/api/fields", "{}"), 422, "username_invalid");
        assertThat(problem.toString())
                .isEqualTo(
                        "{\"type\":\"urn:parley:problem:username_invalid\",\"title\":\"A username is 3 to 20 of: a-z,"
                                + " 0-9, underscore, full stop.\",\"status\":422,\"detail\":\"A username is 3 to 20 of:"
                                + " a-z, 0-9, underscore, full stop.\","
                                + "\"code\":\"username_invalid\",\"retryable\":false,\"errors\":[{\"field\":\"username\",\"code\":\"username_invalid\",\"detail\":\"A"
                                + " username is 3 to 20 of: a-z, 0-9, underscore, full"
                                + " stop.\"},{\"field\":\"email\",\"code\":\"email_invalid\",\"detail\":\"This is not an"
                                + " e-mail address.\"}]}");
    }

    @Test
    void theTimeToWaitIsToldInWholeSeconds() {
        var answer = post("/api/slow", "{}");
        assertProblem(answer, 429, "slow_down");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
    }

    @Test
    void aBodyThatIsNoJsonOrOfAnotherShapeIsMalformed() {
        assertMalformed("{\"conversation\":", "The body has to be one JSON value that has no field twice.");
        assertMalformed("{\"number\":1,\"number\":2}", "The body has to be one JSON value that has no field twice.");
        assertMalformed("", "The body is missing; this request takes JSON.");
        assertMalformed("[]", "The body has to be a JSON object.");
        assertMalformed("7", "The body has to be a JSON object.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'conversation':'x'}|conversation|a UUID in its canonical form, in lower case",
                "{'conversation':'0190A5C0-0000-8000-8000-000000000001'}|conversation"
                        + "|a UUID in its canonical form, in lower case",
                "{'conversation':5}|conversation|a UUID in its canonical form, in lower case",
                "{'number':'many'}|number|a whole number",
                "{'number':'5'}|number|a whole number",
                "{'number':1.9}|number|a whole number",
                "{'number':true}|number|a whole number",
                "{'number':99999999999}|number|a whole number",
                "{'text':5}|text|a string",
                "{'text':1.5}|text|a string",
                "{'text':true}|text|a string",
                "{'text':{}}|text|a string",
                "{'conversation':'0190a5c0000080008000000000000001'}|conversation|a UUID in its canonical form, in lower case",
                "{'conversation':'{0190a5c0-0000-8000-8000-000000000001}'}|conversation|a UUID in its canonical form, in lower case"
            })
    void aFieldOfTheWrongKindIsNotConvertedButNamedWithItsRule(String body, String field, String rule) {
        JsonNode problem =
                assertMalformed(body.replace('\'', '"'), "The field %s has to be %s.".formatted(field, rule));
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud83d", "a\\udc34"})
    void aStringThatCannotBeStoredIsNamed(String written) {
        JsonNode problem = assertMalformed(
                "{\"name\":\"" + written + "\"}", "The field name holds a NUL character or half of a surrogate pair.");
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%ED%A0%BD", "%zz", "%ff", "x=%00"})
    void aParameterThatCannotBeStoredIsRefused(String written) {
        assertThat(raw("GET /api/address?query=" + written))
                .startsWith("HTTP/1.1 400")
                .contains("\"malformed\"");
    }

    /** As no client of HTTP would send it. */
    private String raw(String line) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode assertMalformed(String body, String detail) {
        JsonNode problem = assertProblem(post("/api/echo", body), 400, "malformed");
        assertThat(problem.get("detail").asString()).isEqualTo(detail);
        return problem;
    }

    @Test
    void springsOwnRefusalsAreProblemsToo() {
        assertProblem(get("/api/nothing-here", null), 404, "not_found");
        assertProblem(get("/error", null), 404, "not_found");
        var answer = get("/api/echo", null);
        assertProblem(answer, 405, "method_not_allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertProblem(send(request("/api/echo", null).POST(body("x"))), 415, "media_type_unsupported");
        assertProblem(
                send(request("/api/whoami", tokens.accessToken(alice)).header("Accept", "text/csv")),
                406,
                "not_acceptable");
    }

    @Test
    void aParameterOfTheWrongKindIsNamedAndAPathOfTheWrongKindLeadsNowhere() {
        JsonNode problem = assertProblem(get("/api/open/" + UUID.randomUUID() + "?limit=many", null), 400, "malformed");
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("limit");
        assertProblem(get("/api/open/" + UUID.randomUUID(), null), 400, "malformed");
        assertProblem(get("/api/open/1?limit=1", null), 404, "not_found");
    }

    @Test
    void aBodyTooLargeIsRefusedWithAndWithoutALength() {
        String large = "{\"text\":\"" + "a".repeat(RequestBodyLimit.MOST_BYTES) + "\"}";
        assertProblem(post("/api/echo", large), 413, "too_large");
        var chunked = HttpRequest.BodyPublishers.fromPublisher(body(large));
        assertProblem(
                send(request("/api/echo", null)
                        .header("Content-Type", "application/json")
                        .POST(chunked)),
                413,
                "too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/*",
                "application/*",
                "*/*",
                "application/*+json",
                "x",
                "application/yaml",
                "text/yaml",
                "application/xml",
                "application/cbor",
                "text/plain"
            })
    void aMediaTypeThatIsNoneOrNotTakenIsUnsupported(String type) {
        HttpRequest.Builder request = request("/api/echo", null).header("Content-Type", type);
        assertProblem(send(request.POST(body("{}"))), 415, "media_type_unsupported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/echo HTTP/1.1\r\nTransfer-Encoding: xyz\r\n",
                "GET /api/echo HTTP/9.9\r\n",
                "GET /api/open/00000000-0000-4000-8000-000000000000?limit=%FF HTTP/1.1\r\n",
                "GET /api/open/00000000-0000-4000-8000-000000000000?limit=% HTTP/1.1\r\n",
                "GET /api/open/00000000-0000-4000-8000-000000000000?limit=1&a=%zz HTTP/1.1\r\n",
                "POST /api/echo HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
            })
    void whatIsNoHttpIsMalformed(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = head + "Host: x\r\nConnection: close\r\n\r\nZZ\r\nabc\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"status\":400", "\"code\":\"malformed\"");
        }
    }

    @Test
    void whatFailsUnexpectedlyTellsNothingOfItsCause() {
        JsonNode problem = assertProblem(post("/api/broken", "{}"), 500, "internal");
        assertThat(problem.toString()).doesNotContain("secret cause");
    }

    @Test
    void whatAFilterRefusesIsAProblem() {
        assertProblem(get("/filtered/refused", null), 403, "origin_refused");
        assertProblem(get("/filtered/broken", null), 500, "internal");
        assertProblem(get("/filtered/status", null), 413, "too_large");
    }

    @Test
    void whatTheContainerRefusesIsAProblem() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET /api/{ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains("application/problem+json").contains("\"code\":\"malformed\"");
        }
    }

    @Test
    void anOriginIsAcceptedOnlyAsItWasListed() {
        assertThat(origins.accepts("https://chat.example.org")).isTrue();
        assertThat(origins.accepts("http://localhost:8080")).isTrue();
        assertThat(origins.accepts("https://chat.example.org:8443")).isFalse();
        assertThat(origins.accepts("https://chat.example.org.evil.example")).isFalse();
        assertThat(origins.accepts("null")).isFalse();
    }

    @Test
    void everyServiceServesTheWholeApisDocument() {
        HttpResponse<String> answer = get("/api/openapi", null);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode document = JsonMapper.shared().readTree(answer.body());
        assertThat(document.get("openapi").asString()).startsWith("3.1.");
        assertThat(document.get("paths").propertyNames())
                .contains("/api/accounts", "/api/conversations", "/api/socket-tickets")
                .noneMatch(path -> path.startsWith("/internal"));
    }

    private static JsonNode assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("type").asString()).isEqualTo("urn:parley:problem:" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem;
    }

    private HttpResponse<String> get(String path, @Nullable String token) {
        return send(request(path, token));
    }

    private HttpResponse<String> post(String path, String json) {
        return send(
                request(path, null).header("Content-Type", "application/json").POST(body(json)));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static final class EndsByHand implements EndedSessions {

        private final EndedSessionCache memory = new EndedSessionCache(new MovableClock());
        private volatile boolean reachable = true;

        @Override
        public void ended(SessionId session) {
            memory.learn(session);
        }

        @Override
        public boolean isEnded(SessionId session) {
            return memory.isEnded(session);
        }

        @Override
        public Registration listen(Consumer<SessionId> listener) {
            return memory.listen(listener);
        }

        @Override
        public boolean reachable() {
            return reachable;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @Import({HttpAccessConfiguration.class, Endpoints.class})
    static class App {

        @Bean
        EndsByHand ends() {
            return new EndsByHand();
        }

        @Bean
        FilterRegistrationBean<Filter> refusingFilter() {
            var registration = new FilterRegistrationBean<Filter>((request, response, _) -> {
                String path = ((HttpServletRequest) request).getRequestURI();
                switch (path) {
                    case "/filtered/refused" -> throw new Refused(Reason.ORIGIN_REFUSED);
                    case "/filtered/broken" -> throw new IllegalStateException("secret cause");
                    default -> ((HttpServletResponse) response).sendError(413);
                }
            });
            registration.addUrlPatterns("/filtered/*");
            return registration;
        }
    }

    /** What a service asks another on behalf of a person. */
    interface Contract {

        @GetExchange("/api/contract")
        Caller asked(Caller caller);
    }

    @RestController
    static class Endpoints implements Contract {

        @Override
        public Caller asked(Caller caller) {
            return caller;
        }

        record Body(
                @Nullable ConversationId conversation,
                @Nullable Integer number,
                @Nullable String text,
                @Nullable String name) {}

        @GetMapping("/api/whoami")
        Caller whoami(Caller caller) {
            return caller;
        }

        @GetMapping("/api/scoped")
        Scope scoped(@Scoped({Scope.ANALYST, Scope.CONTENT}) MachineClientCaller caller) {
            return caller.may(Scope.CONTENT) ? Scope.CONTENT : Scope.ANALYST;
        }

        @OpenToEveryone
        @GetMapping("/api/address")
        Map<String, String> address(HttpServletRequest request) {
            return Map.of("from", ClientAddress.of(request), "by", request.getScheme(), "at", request.getServerName());
        }

        @GetMapping("/internal/whoami")
        Caller internal(ServiceCaller caller) {
            return caller.caller();
        }

        @OpenToEveryone
        @PostMapping("/api/echo")
        Body echo(@RequestBody Body body) {
            return body;
        }

        @OpenToEveryone
        @GetMapping("/api/open/{id}")
        ConversationId open(@PathVariable ConversationId id, @RequestParam int limit) {
            return limit > 0 ? id : new ConversationId(new UUID(0, 0));
        }

        @OpenToEveryone
        @PostMapping("/api/fields")
        void fields() {
            throw Refused.forFields(List.of(
                    new FieldProblem("username", Reason.USERNAME_INVALID),
                    new FieldProblem("email", Reason.EMAIL_INVALID)));
        }

        @OpenToEveryone
        @PostMapping("/api/slow")
        void slow() {
            throw new Refused(Reason.SLOW_DOWN, Reason.SLOW_DOWN.sentence(), Duration.ofMillis(2_100));
        }

        @OpenToEveryone
        @PostMapping("/api/broken")
        void broken() {
            throw new IllegalStateException("secret cause");
        }
    }
}
