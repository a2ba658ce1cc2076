package chat.parley.gateway.node;

import chat.parley.distribution.Topology;
import chat.parley.views.presence.NodeId;

/** Which nodes a message goes to. */
public sealed interface Destination {

    String exchange();

    String routingKey();

    record One(NodeId node) implements Destination {

        @Override
        public String exchange() {
            return Topology.NODES;
        }

        @Override
        public String routingKey() {
            return node.toString();
        }
    }

    /** Used while Redis is away, when nobody knows which node holds whom. */
    record All() implements Destination {

        @Override
        public String exchange() {
            return Topology.ALL_NODES;
        }

        @Override
        public String routingKey() {
            return "";
        }
    }
}
