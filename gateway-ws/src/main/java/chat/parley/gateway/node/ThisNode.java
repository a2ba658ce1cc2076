package chat.parley.gateway.node;

import chat.parley.views.presence.NodeId;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The id of this node, new at every start: messages for an earlier run do not concern this one. */
@Configuration(proxyBeanMethods = false)
class ThisNode {

    @Bean
    NodeId nodeId() {
        return new NodeId(UUID.randomUUID());
    }
}
