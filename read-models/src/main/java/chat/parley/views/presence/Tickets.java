package chat.parley.views.presence;

import java.time.Duration;
import java.util.Optional;

/** One-time tickets for the WebSocket handshake. Only a hash of each is kept. */
public interface Tickets {

    /** How long a ticket is good for. */
    Duration LIFETIME = Duration.ofSeconds(30);

    /** Makes this ticket valid once, within its lifetime. */
    void issue(String ticket, TicketHolder holder);

    /** Redeems a ticket: returns its holder the first time, and nothing afterwards. */
    Optional<TicketHolder> redeem(String ticket);
}
