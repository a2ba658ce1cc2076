package chat.parley.gateway.node;

import chat.parley.views.presence.NodeId;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A node's id is new at every start: nothing that was meant for an earlier run concerns this one. */
@Configuration(proxyBeanMethods = false)
class ThisNode {

    @Bean
    NodeId nodeId() {
        return new NodeId(UUID.randomUUID());
    }
}
