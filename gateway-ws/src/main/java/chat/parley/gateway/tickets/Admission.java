package chat.parley.gateway.tickets;

import chat.parley.access.AllowedOrigins;
import chat.parley.access.Caller;
import chat.parley.access.EndedSessions;
import chat.parley.gateway.socket.SocketHandler;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.views.presence.TicketHolder;
import chat.parley.views.presence.Tickets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides for whom a handshake opens a socket, if at all. */
@Component
class Admission {

    private static final String TICKET = "ticket.";

    private final Tickets tickets;
    private final AllowedOrigins origins;
    private final EndedSessions ended;

    Admission(Tickets tickets, AllowedOrigins origins, EndedSessions ended) {
        this.tickets = tickets;
        this.origins = origins;
        this.ended = ended;
    }

    /** @param protocols the subprotocol lists of the handshake, as they came */
    Caller admit(@Nullable String origin, List<String> protocols) {
        if (origin != null && !origins.accepts(origin)) {
            throw new Refused(Reason.ORIGIN_REFUSED);
        }
        List<String> offered = protocols.stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(String::strip)
                .toList();
        if (!offered.contains(SocketHandler.PROTOCOL)) {
            throw new Refused(Reason.SUBPROTOCOL_MISSING);
        }
        TicketHolder holder = tickets.redeem(ticket(offered)).orElseThrow(() -> new Refused(Reason.TICKET_INVALID));
        if (origin == null && !holder.nativeClient()) {
            throw new Refused(Reason.ORIGIN_REFUSED);
        }
        if (ended.isEnded(holder.session())) {
            throw new Refused(Reason.SESSION_ENDED);
        }
        if (!ended.reachable()) {
            throw new Refused(Reason.UNAVAILABLE);
        }
        return new Caller(holder.user(), holder.session());
    }

    private static String ticket(List<String> offered) {
        return offered.stream()
                .filter(protocol -> protocol.startsWith(TICKET))
                .map(protocol -> protocol.substring(TICKET.length()))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        Reason.TICKET_INVALID, "No ticket was offered; ask for one and offer ticket.<ticket>."));
    }
}
