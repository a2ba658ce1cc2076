package chat.parley.gateway;

import chat.parley.access.EndedSessions;
import chat.parley.gateway.node.NodeInbox;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready while other nodes can reach this one and the ended sessions are known. */
@Component("gateway")
class GatewayHealth implements HealthIndicator {

    private final NodeInbox inbox;
    private final EndedSessions ended;

    GatewayHealth(NodeInbox inbox, EndedSessions ended) {
        this.inbox = inbox;
        this.ended = ended;
    }

    @Override
    public Health health() {
        boolean well = inbox.isConnected() && ended.reachable();
        return (well ? Health.up() : Health.outOfService())
                .withDetail("nodeQueue", inbox.isConnected())
                .withDetail("sessions", ended.reachable())
                .build();
    }
}
