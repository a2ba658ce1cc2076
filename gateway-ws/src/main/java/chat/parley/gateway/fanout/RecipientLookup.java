package chat.parley.gateway.fanout;

import chat.parley.distribution.EnvelopeJson;
import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.gateway.node.Destination;
import chat.parley.gateway.node.SequencedNodePublisher.Letter;
import chat.parley.views.ViewUnavailable;
import chat.parley.views.presence.NodeId;
import chat.parley.views.presence.Sockets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds the audience of a batch of events and the other nodes that hold their sockets: all nodes while Redis is away. */
@Component
class RecipientLookup {

    private static final Logger LOG = LoggerFactory.getLogger(RecipientLookup.class);

    private final NodeId self;
    private final Audience audience;
    private final Sockets directory;
    private final ClusterPeers others;
    private final EnvelopeJson json = new EnvelopeJson();

    RecipientLookup(NodeId self, Audience audience, Sockets directory, ClusterPeers others) {
        this.self = self;
        this.audience = audience;
        this.directory = directory;
        this.others = others;
    }

    List<AddressedEvent> address(List<Envelope> batch) {
        List<Audience.Told> told = audience.of(batch);
        Optional<Map<NodeId, Set<UserId>>> nodes =
                nodesOf(told.stream().flatMap(each -> each.people().stream()).collect(Collectors.toSet()));
        return told.stream()
                .map(each ->
                        new AddressedEvent(each.event(), each.people(), letters(each.event(), each.people(), nodes)))
                .toList();
    }

    private Optional<Map<NodeId, Set<UserId>>> nodesOf(Set<UserId> users) {
        try {
            return Optional.of(users.isEmpty() || !others.arePossible() ? Map.of() : directory.nodesOf(users));
        } catch (ViewUnavailable e) {
            LOG.debug("telling every node", e);
            return Optional.empty();
        }
    }

    private List<Letter> letters(Envelope envelope, Set<UserId> members, Optional<Map<NodeId, Set<UserId>>> nodes) {
        Map<Destination, Set<UserId>> recipients = nodes.map(known -> elsewhere(members, known))
                .orElseGet(() -> members.isEmpty() ? Map.of() : Map.of(new Destination.All(), members));
        if (recipients.isEmpty()) {
            return List.of();
        }
        JsonNode event = json.toTree(envelope);
        return recipients.entrySet().stream()
                .map(each -> new Letter(each.getKey(), each.getValue(), event))
                .toList();
    }

    private Map<Destination, Set<UserId>> elsewhere(Set<UserId> members, Map<NodeId, Set<UserId>> nodes) {
        Map<Destination, Set<UserId>> recipients = new HashMap<>();
        nodes.forEach((node, held) -> {
            Set<UserId> there = new HashSet<>(members);
            there.retainAll(held);
            if (!node.equals(self) && !there.isEmpty()) {
                recipients.put(new Destination.One(node), there);
            }
        });
        return recipients;
    }
}
