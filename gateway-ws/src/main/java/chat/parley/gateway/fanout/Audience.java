package chat.parley.gateway.fanout;

import chat.parley.contracts.ConversationFeed;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.Facets;
import chat.parley.events.ReadCursorEvent;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.gateway.membership.Members;
import chat.parley.gateway.service.OnBehalf;
import chat.parley.membership.ReceiptLimits;
import chat.parley.membership.Stays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom events concern, as their facets say it: of a conversation's members those who were in it at that event. */
@Component
class Audience {

    private final Members members;
    private final ConversationFeed feed;

    Audience(Members members, ConversationFeed feed) {
        this.members = members;
        this.feed = feed;
    }

    /** Of each event, in their order, which is that of their queue. */
    List<Set<UserId>> of(List<Envelope> events) {
        Map<ConversationId, Stays> stays = members.concerning(events.stream()
                .filter(event -> event.facets().audience() == Facets.Audience.MEMBERS)
                .toList());
        return events.stream().map(event -> of(event, stays)).toList();
    }

    private Set<UserId> of(Envelope event, Map<ConversationId, Stays> stays) {
        Facets facets = event.facets();
        return switch (facets.audience()) {
            case NOBODY -> Set.of();
            case PEOPLE -> Set.copyOf(facets.people());
            case PEERS ->
                Set.copyOf(feed.everyPeer(OnBehalf.of(UserId.of(event.stream().partitionKey()))));
            case MEMBERS -> members(event, stays.getOrDefault(conversation(event), Stays.NONE));
        };
    }

    private static Set<UserId> members(Envelope event, Stays stays) {
        return event.stream().category().equals(StreamId.CONVERSATION)
                ? stays.audienceAt(event.sequence())
                : receivers(event, stays.present());
    }

    /** A receipt is told to those who are members now; where they are too many, to the other devices of whose it is. */
    private static Set<UserId> receivers(Envelope event, Set<UserId> present) {
        return present.size() <= ReceiptLimits.MEMBERS || !(event.event() instanceof ReadCursorEvent cursor)
                ? present
                : Set.of(cursor.member());
    }

    private static ConversationId conversation(Envelope event) {
        return ConversationId.of(event.stream().partitionKey());
    }
}
