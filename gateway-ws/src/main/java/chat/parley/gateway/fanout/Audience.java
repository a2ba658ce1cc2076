package chat.parley.gateway.fanout;

import chat.parley.contracts.ConversationFeed;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.Facets;
import chat.parley.events.ReadCursorEvent;
import chat.parley.events.StreamId;
import chat.parley.events.ToUnblockedPeers;
import chat.parley.events.UserId;
import chat.parley.gateway.membership.MembershipCache;
import chat.parley.gateway.service.ServiceCallers;
import chat.parley.membership.MembershipHistory;
import chat.parley.membership.ReceiptLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The audience of events, according to their facets: in a conversation, those who were members at the event. */
@Component
class Audience {

    private final MembershipCache members;
    private final ConversationFeed feed;

    Audience(MembershipCache members, ConversationFeed feed) {
        this.members = members;
        this.feed = feed;
    }

    /** An event as it is told to some. */
    record Told(Envelope event, Set<UserId> people) {}

    /**
     * The events in order, each with its audience; they must be in the order of their queue. An event about one that some of
     * the members cannot see is told to those in a form of its own.
     */
    List<Told> of(List<Envelope> events) {
        Map<ConversationId, MembershipHistory> stays = members.concerning(events.stream()
                .filter(event -> event.facets().audience() == Facets.Audience.MEMBERS)
                .toList());
        return events.stream()
                .flatMap(event -> told(event, of(event, stays), stays))
                .toList();
    }

    private static Stream<Told> told(Envelope event, Set<UserId> people, Map<ConversationId, MembershipHistory> stays) {
        Long about = event.facets().about();
        if (about == null) {
            return Stream.of(new Told(event, people));
        }
        MembershipHistory known = stays.getOrDefault(conversation(event), MembershipHistory.NONE);
        Set<UserId> blind = people.stream()
                .filter(member -> !known.seesWhatIsAbout(about, member))
                .collect(Collectors.toUnmodifiableSet());
        if (blind.isEmpty()) {
            return Stream.of(new Told(event, people));
        }
        Set<UserId> seeing = new HashSet<>(people);
        seeing.removeAll(blind);
        return Stream.of(new Told(event, Set.copyOf(seeing)), new Told(event.withoutContent(), blind));
    }

    private Set<UserId> of(Envelope event, Map<ConversationId, MembershipHistory> stays) {
        Facets facets = event.facets();
        return switch (facets.audience()) {
            case NOBODY -> Set.of();
            case PEOPLE -> Set.copyOf(facets.people());
            case PEERS -> peers(event);
            case MEMBERS -> members(event, stays.getOrDefault(conversation(event), MembershipHistory.NONE));
        };
    }

    private Set<UserId> peers(Envelope event) {
        UserId person = UserId.of(event.stream().partitionKey());
        Set<UserId> told = new HashSet<>(feed.everyPeer(ServiceCallers.of(person)));
        if (event.event() instanceof ToUnblockedPeers) {
            // As presence is.
            told.removeAll(feed.apart(ServiceCallers.nobody(), List.of(person)).getOrDefault(person, Set.of()));
        }
        told.addAll(event.facets().people());
        return told;
    }

    private static Set<UserId> members(Envelope event, MembershipHistory stays) {
        return event.stream().category().equals(StreamId.CONVERSATION)
                ? stays.audienceAt(event.sequence())
                : receivers(event, stays.present());
    }

    /** A receipt goes to the present members; in large conversations only to the other devices of its own member. */
    private static Set<UserId> receivers(Envelope event, Set<UserId> present) {
        return present.size() <= ReceiptLimits.MEMBERS || !(event.event() instanceof ReadCursorEvent cursor)
                ? present
                : Set.of(cursor.member());
    }

    private static ConversationId conversation(Envelope event) {
        return ConversationId.of(event.stream().partitionKey());
    }
}
