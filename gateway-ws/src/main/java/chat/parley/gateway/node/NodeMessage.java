package chat.parley.gateway.node;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.views.presence.NodeId;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What a gateway node is told by one of them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NodeMessage.Told.class, name = "told"),
    @JsonSubTypes.Type(value = NodeMessage.Tick.class, name = "tick"),
    @JsonSubTypes.Type(value = NodeMessage.QueueLost.class, name = "queue-lost"),
    @JsonSubTypes.Type(value = NodeMessage.Barrier.class, name = "barrier"),
    @JsonSubTypes.Type(value = NodeMessage.PresenceChanged.class, name = "presence"),
    @JsonSubTypes.Type(value = NodeMessage.Typing.class, name = "typing")
})
public sealed interface NodeMessage {

    /**
     * Whose count a counter belongs to.
     *
     * @param from the node that publishes
     * @param lane what keeps its order within that node: the fan-out queue
     * @param toAll whether it counts what went to every node
     */
    record Source(NodeId from, int lane, boolean toAll) {}

    /**
     * An event for people this node may hold sockets of.
     *
     * @param counter one more than that of the source's message before
     * @param event the CloudEvents envelope
     */
    record Told(Source source, long counter, Set<UserId> recipients, JsonNode event) implements NodeMessage {}

    /** How far a source has counted, so that the loss of its last message shows too. */
    record Tick(Source source, long counter) implements NodeMessage {}

    /** Something that a fan-out queue held was lost, or all of it, whomever that concerned. */
    record QueueLost() implements NodeMessage {}

    /** From a node to itself: all that was published before has arrived. */
    record Barrier(UUID id) implements NodeMessage {}

    /** Someone came online or went offline; which of the two is in Redis. */
    record PresenceChanged(UserId user, Set<UserId> recipients) implements NodeMessage {}

    record Typing(ConversationId conversation, UserId user, boolean on, Set<UserId> recipients)
            implements NodeMessage {}
}
