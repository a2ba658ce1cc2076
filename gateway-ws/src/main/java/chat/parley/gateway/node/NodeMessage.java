package chat.parley.gateway.node;

import chat.parley.access.NewSession;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.views.presence.NodeId;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A message from one gateway node to another, or from whoever signs people in to all of them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NodeMessage.Told.class, name = "told"),
    @JsonSubTypes.Type(value = NodeMessage.Tick.class, name = "tick"),
    @JsonSubTypes.Type(value = NodeMessage.QueueLost.class, name = "queue-lost"),
    @JsonSubTypes.Type(value = NodeMessage.Barrier.class, name = "barrier"),
    @JsonSubTypes.Type(value = NodeMessage.PresenceChanged.class, name = "presence"),
    @JsonSubTypes.Type(value = NodeMessage.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = NodeMessage.CallSignal.class, name = "call-signal"),
    @JsonSubTypes.Type(value = NodeMessage.SignedIn.class, name = NewSession.KIND)
})
public sealed interface NodeMessage {

    /**
     * The sequence that a counter belongs to.
     *
     * @param from the node that publishes
     * @param lane the fan-out queue, whose events stay in order
     * @param toAll whether it counts messages to every node
     */
    record Source(NodeId from, int lane, boolean toAll) {}

    /**
     * An event for people whose sockets this node may hold.
     *
     * @param counter one more than that of the source's message before
     * @param event the CloudEvents envelope
     */
    record Told(Source source, long counter, Set<UserId> recipients, JsonNode event) implements NodeMessage {}

    /** The last counter of a source, so that the loss of its last message is noticed too. */
    record Tick(Source source, long counter) implements NodeMessage {}

    /** Events of a fan-out queue may be lost, whatever their audience. */
    record QueueLost() implements NodeMessage {}

    /** From a node to itself: everything published before has arrived. */
    record Barrier(UUID id) implements NodeMessage {}

    /** Someone came online or went offline; Redis says which. */
    record PresenceChanged(UserId user, Set<UserId> recipients) implements NodeMessage {}

    record Typing(ConversationId conversation, UserId user, boolean on, Set<UserId> recipients)
            implements NodeMessage {}

    /**
     * @param device of the recipient: no other is told
     * @param by the device that says it; null from nodes of an earlier release
     */
    record CallSignal(
            ConversationId conversation,
            MessageId call,
            UserId from,
            String data,
            Set<UserId> recipients,
            SessionId device,
            @Nullable SessionId by)
            implements NodeMessage {}

    /** As {@link NewSession}. */
    record SignedIn(
            UserId user, SessionId session, @Nullable String device) implements NodeMessage {}
}
