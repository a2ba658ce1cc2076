package chat.parley.gateway.tickets;

import chat.parley.access.Caller;
import chat.parley.access.OpenToEveryone;
import chat.parley.access.RefusedWith;
import chat.parley.gateway.presence.NodeLease;
import chat.parley.gateway.socket.ArrivalLimit;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.FrameLimit;
import chat.parley.gateway.socket.OpenSockets;
import chat.parley.gateway.socket.SocketHandler;
import chat.parley.gateway.socket.SocketSettings;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Upgrades a request to a WebSocket. It is a controller, so that refusals are answered like any other. */
@RestController
@Tag(name = "Sockets")
class HandshakeController {

    /** By then connections that are gone have been noticed. */
    private static final Duration ROOM_AFTER = Duration.ofSeconds(10);

    private final Admission admission;
    private final NodeLease lease;
    private final ArrivalLimit arrivals;
    private final SocketHandler handler;
    private final OpenSockets sockets;
    private final SocketSettings settings;
    private final HandshakeHandler handshake = new DefaultHandshakeHandler();

    HandshakeController(
            Admission admission,
            NodeLease lease,
            ArrivalLimit arrivals,
            SocketHandler handler,
            OpenSockets sockets,
            SocketSettings settings) {
        this.sockets = sockets;
        this.settings = settings;
        this.admission = admission;
        this.lease = lease;
        this.arrivals = arrivals;
        this.handler = handler;
    }

    @OpenToEveryone
    @Throttled(Limit.SOCKET_ADDRESS)
    @GetMapping("/api/socket")
    @Operation(
            operationId = "openSocket",
            summary = "A WebSocket that speaks parley.v1",
            description = "Offer the subprotocols parley.v1 and ticket.<ticket>; the frames are described in"
                    + " docs/protocol.md.",
            responses = @ApiResponse(responseCode = "101", description = "It is a WebSocket now"))
    @RefusedWith({
        Reason.SUBPROTOCOL_MISSING,
        Reason.TICKET_INVALID,
        Reason.ORIGIN_REFUSED,
        Reason.SESSION_ENDED,
        Reason.SLOW_DOWN
    })
    void open(HttpServletRequest request, HttpServletResponse response) {
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            throw new Refused(Reason.MALFORMED, "This address takes WebSocket handshakes only.");
        }
        if (lease.isStopping()) {
            throw new Refused(Reason.UNAVAILABLE);
        }
        try (ArrivalLimit.Step _ = arrivals.admit()) {
            upgrade(request, response);
        }
    }

    private void upgrade(HttpServletRequest request, HttpServletResponse response) {
        List<String> protocols = Collections.list(request.getHeaders(WebSocketHttpHeaders.SEC_WEBSOCKET_PROTOCOL));
        Caller caller = admission.admit(request.getHeader(HttpHeaders.ORIGIN), protocols);
        requireRoom(caller);
        FrameLimit limit = new FrameLimit();
        Map<String, Object> attributes =
                new HashMap<>(Map.of(SocketHandler.CALLER, caller, SocketHandler.FRAME_LIMIT, limit));
        HttpHeaders headers = new ServletServerHttpRequest(request).getHeaders();
        headers.remove(WebSocketHttpHeaders.SEC_WEBSOCKET_EXTENSIONS);
        handshake.doHandshake(
                new ServletServerHttpRequest(limit.of(request)) {
                    @Override
                    public HttpHeaders getHeaders() {
                        return headers;
                    }
                },
                new ServletServerHttpResponse(response),
                handler,
                attributes);
        // The session keeps them as long as it lasts, and nobody asks it for them.
        headers.clear();
    }

    private void requireRoom(Caller caller) {
        Collection<ClientSocket> theirs = sockets.of(caller.user());
        long ofSession = theirs.stream()
                .filter(socket -> socket.caller().session().equals(caller.session()))
                .count();
        if (ofSession >= settings.socketsPerSession() || theirs.size() >= settings.socketsPerAccount()) {
            throw new Refused(Reason.SLOW_DOWN, "This person has too many connections; close one.", ROOM_AFTER);
        }
    }
}
