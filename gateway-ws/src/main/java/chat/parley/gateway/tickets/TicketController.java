package chat.parley.gateway.tickets;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.gateway.socket.ArrivalLimit;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import chat.parley.views.presence.TicketHolder;
import chat.parley.views.presence.Tickets;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sockets")
class TicketController {

    private static final int TICKET_BYTES = 32;

    enum Client {
        @JsonProperty("browser")
        BROWSER,
        @JsonProperty("native")
        NATIVE
    }

    record TicketRequest(@Nullable Client client) {}

    record IssuedTicket(String ticket, long expiresInSeconds) {}

    private final Tickets tickets;
    private final ArrivalLimit arrivals;
    private final SecureRandom random = new SecureRandom();

    TicketController(Tickets tickets, ArrivalLimit arrivals) {
        this.tickets = tickets;
        this.arrivals = arrivals;
    }

    @Throttled({Limit.TICKET_SESSION, Limit.TICKET_ACCOUNT})
    @PostMapping("/api/socket-tickets")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createSocketTicket",
            summary = "A ticket for one WebSocket handshake",
            description =
                    "Goes into the subprotocol list of the handshake as ticket.<ticket>. Only one asked for with client"
                            + " \"native\" opens a socket without an Origin.")
    @RefusedWith(Reason.SLOW_DOWN)
    IssuedTicket issue(Caller caller, @RequestBody(required = false) @Nullable TicketRequest request) {
        byte[] bytes = new byte[TICKET_BYTES];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        boolean nativeClient = request != null && request.client() == Client.NATIVE;
        try (ArrivalLimit.Step _ = arrivals.admit()) {
            tickets.issue(ticket, new TicketHolder(caller.user(), caller.session(), nativeClient));
        }
        return new IssuedTicket(ticket, Tickets.LIFETIME.toSeconds());
    }
}
