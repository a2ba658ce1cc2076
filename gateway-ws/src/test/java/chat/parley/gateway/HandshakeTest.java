package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.access.Caller;
import chat.parley.access.EndedSessions;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode NODE = GatewayNode.start(LOG);
    private static final String BROWSER = "{\"client\":\"browser\"}";

    private final Caller alice = People.someone();

    @AfterAll
    static void stop() throws Exception {
        NODE.close();
    }

    @Test
    void aTicketOpensASocketThatGreets() {
        try (Client client = NODE.connect(alice)) {
            assertThat(client.subprotocol()).isEqualTo("parley.v1");
            var hello = client.await("hello");
            assertThat(hello.get("user").asString()).isEqualTo(alice.user().toString());
            assertThat(hello.get("session").asString())
                    .isEqualTo(alice.session().toString());
            assertThat(hello.get("heartbeatMs").asLong()).isEqualTo(25_000);
            assertThat(hello.get("maxTextLength").asInt()).isEqualTo(2_000);
            var limits = hello.get("limits");
            assertThat(limits.get("mentions").asInt()).isEqualTo(50);
            assertThat(limits.get("conversations").asInt()).isEqualTo(100);
            assertThat(limits.get("sends").get(0).get("times").asLong()).isPositive();
            assertThat(limits.get("marks").get(0).get("withinMs").asLong()).isPositive();
        }
    }

    @Test
    void aTicketIsGoodOnce() {
        String ticket = NODE.ticket(alice, BROWSER);
        Client.open(NODE, ticket, GatewayNode.ORIGIN).close();
        assertThat(refusal(ticket, GatewayNode.ORIGIN)).isEqualTo(401);
    }

    @Test
    void aWrongTicketIsRefusedAsAProblem() throws Exception {
        assertThat(handshake("parley.v1, ticket.wrong", GatewayNode.ORIGIN))
                .startsWith("HTTP/1.1 401")
                .contains("application/problem+json")
                .contains("\"code\":\"ticket_invalid\"");
    }

    @Test
    void aHandshakeWithoutATicketIsRefused() throws Exception {
        assertThat(handshake("parley.v1", GatewayNode.ORIGIN))
                .startsWith("HTTP/1.1 401")
                .contains("No ticket was offered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket.%s", "parley.v2, ticket.%s"})
    void aHandshakeThatDoesNotOfferTheProtocolIsRefusedAndCostsNoTicket(String protocols) throws Exception {
        String ticket = NODE.ticket(alice, BROWSER);
        assertThat(handshake(protocols.formatted(ticket), GatewayNode.ORIGIN))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("\"code\":\"subprotocol_missing\"");
        Client.open(NODE, ticket, GatewayNode.ORIGIN).close();
    }

    @Test
    void aForeignOriginIsRefusedAndCostsNoTicket() {
        String ticket = NODE.ticket(alice, BROWSER);
        assertThat(refusal(ticket, "https://evil.example.org")).isEqualTo(403);
        Client.open(NODE, ticket, GatewayNode.ORIGIN).close();
    }

    @Test
    void withoutAnOriginOnlyANativeClientsTicketOpens() {
        assertThat(refusal(NODE.ticket(alice, BROWSER), null)).isEqualTo(403);
        assertThat(refusal(NODE.ticket(alice, ""), null)).isEqualTo(403);
        Client.open(NODE, NODE.ticket(alice, "{\"client\":\"native\"}"), null).close();
    }

    @Test
    void anEndedSessionOpensNothing() {
        String ticket = NODE.ticket(alice, BROWSER);
        NODE.bean(EndedSessions.class).ended(alice.session());
        assertThat(refusal(ticket, GatewayNode.ORIGIN)).isEqualTo(401);
    }

    @Test
    void aTicketNeedsAnAccessToken() {
        HttpResponse<String> answer =
                NODE.request(NODE.to("/api/socket-tickets").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void anOrdinaryRequestIsToldThatThisIsAWebSocket() {
        assertThat(NODE.request(NODE.to("/api/socket").GET()).statusCode()).isEqualTo(400);
    }

    @Test
    void theNodeIsReadyAndCountsItsSockets() {
        try (Client client = NODE.connect(alice)) {
            client.await("hello");
            assertThat(NODE.request(NODE.toManagement("/actuator/health/readiness")
                                    .GET())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(NODE.request(NODE.toManagement("/actuator/prometheus").GET())
                            .body())
                    .contains("parley_gateway_sockets")
                    .contains("parley_gateway_frames_total")
                    .contains("parley_gateway_holes_total");
        }
    }

    private static int refusal(String ticket, @Nullable String origin) {
        CompletionException refused =
                catchThrowableOfType(CompletionException.class, () -> Client.open(NODE, ticket, origin));
        assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
        return refused.getCause() instanceof WebSocketHandshakeException handshake
                ? handshake.getResponse().statusCode()
                : 0;
    }

    /** The answer as it comes over the wire; the JDK's client keeps a refused handshake's body to itself. */
    private static String handshake(String protocols, String origin) throws Exception {
        String[] address = NODE.address().split(":", 2);
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            socket.getOutputStream()
                    .write("""
                    GET /api/socket HTTP/1.1\r
                    Host: %s\r
                    Connection: Upgrade, close\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                    Sec-WebSocket-Protocol: %s\r
                    Origin: %s\r
                    \r
                    """.formatted(NODE.address(), protocols, origin).getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
