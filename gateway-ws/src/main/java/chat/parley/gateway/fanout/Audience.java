package chat.parley.gateway.fanout;

import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.Facets;
import chat.parley.events.UserId;
import chat.parley.gateway.feed.ConversationFeed;
import chat.parley.gateway.membership.Members;
import chat.parley.gateway.service.OnBehalf;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom an event concerns, as its facets say, whether its type is known here or not. */
@Component
class Audience {

    private final Members members;
    private final ConversationFeed feed;

    Audience(Members members, ConversationFeed feed) {
        this.members = members;
        this.feed = feed;
    }

    Set<UserId> of(Envelope envelope) {
        Facets facets = envelope.facets();
        String key = envelope.stream().partitionKey();
        return switch (facets.audience()) {
            case NOBODY -> Set.of();
            case PEOPLE -> Set.copyOf(facets.people());
            case PEERS -> Set.copyOf(feed.everyPeer(OnBehalf.of(UserId.of(key))));
            case MEMBERS -> members(ConversationId.of(key), facets, envelope.sequence());
        };
    }

    /** Whoever leaves with an event is told of it, as the last thing they are told. */
    private Set<UserId> members(ConversationId conversation, Facets facets, long sequence) {
        members.learn(conversation, facets, sequence);
        Set<UserId> present = members.of(OnBehalf.nobody(), conversation);
        if (facets.leaves().isEmpty()) {
            return present;
        }
        Set<UserId> told = new HashSet<>(present);
        told.addAll(facets.leaves());
        return told;
    }
}
