package chat.parley.gateway.fanout;

import chat.parley.contracts.ConversationFeed;
import chat.parley.events.AvatarChanged;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.Envelope;
import chat.parley.events.Facets;
import chat.parley.events.ProfileChanged;
import chat.parley.events.ReadCursorEvent;
import chat.parley.events.StatusChanged;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.gateway.membership.MembershipCache;
import chat.parley.gateway.service.Lookers;
import chat.parley.gateway.service.ServiceCallers;
import chat.parley.membership.MembershipHistory;
import chat.parley.membership.ReceiptLimits;
import chat.parley.privacy.HiddenDetails;
import chat.parley.privacy.PeerSight;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Set<UserId> keeping = keepingReceipts(events, stays);
        return events.stream()
                .flatMap(event -> told(event, of(event, stays, keeping), stays))
                .toList();
    }

    /** Of the members of groups in which something was read. */
    private Set<UserId> keepingReceipts(List<Envelope> events, Map<ConversationId, MembershipHistory> stays) {
        Set<UserId> asked = new HashSet<>();
        for (Envelope event : events) {
            if (event.event() instanceof ReadCursorEvent cursor
                    && cursor.disclosed()
                    && !DirectConversation.is(cursor.conversation())) {
                Set<UserId> present = stays.getOrDefault(cursor.conversation(), MembershipHistory.NONE)
                        .present();
                if (present.size() <= ReceiptLimits.MEMBERS) {
                    asked.addAll(present);
                }
            }
        }
        return asked.isEmpty() ? Set.of() : feed.keepReceipts(ServiceCallers.nobody(), List.copyOf(asked));
    }

    private Stream<Told> told(Envelope event, Set<UserId> people, Map<ConversationId, MembershipHistory> stays) {
        if (event.facets().audience() == Facets.Audience.PEERS) {
            return toldToPeers(event, people);
        }
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

    /** To each in the form in which they may see it. */
    private Stream<Told> toldToPeers(Envelope event, Set<UserId> people) {
        if (!(event.event() instanceof StatusChanged
                || event.event() instanceof ProfileChanged
                || event.event() instanceof AvatarChanged)) {
            return Stream.of(new Told(event, people));
        }
        UserId person = UserId.of(event.stream().partitionKey());
        HiddenDetails hidden =
                Lookers.hidden(feed, people.stream().collect(Collectors.toMap(each -> each, _ -> Set.of(person))));
        Map<Optional<Envelope>, Set<UserId>> forms = people.stream()
                .collect(Collectors.groupingBy(
                        each -> PeerSight.of(event, hidden.of(each, person)), Collectors.toUnmodifiableSet()));
        return forms.entrySet().stream()
                .flatMap(form -> form.getKey().stream().map(told -> new Told(told, form.getValue())));
    }

    private Set<UserId> of(Envelope event, Map<ConversationId, MembershipHistory> stays, Set<UserId> keeping) {
        Facets facets = event.facets();
        return switch (facets.audience()) {
            case NOBODY -> Set.of();
            case PEOPLE -> Set.copyOf(facets.people());
            case PEERS -> peers(event);
            case MEMBERS -> members(event, stays.getOrDefault(conversation(event), MembershipHistory.NONE), keeping);
        };
    }

    private Set<UserId> peers(Envelope event) {
        UserId person = UserId.of(event.stream().partitionKey());
        Set<UserId> told = new HashSet<>(feed.everyPeer(ServiceCallers.of(person)));
        told.addAll(event.facets().people());
        return told;
    }

    private static Set<UserId> members(Envelope event, MembershipHistory stays, Set<UserId> keeping) {
        return event.stream().category().equals(StreamId.CONVERSATION)
                ? stays.audienceAt(event.sequence())
                : receivers(event, stays.present(), keeping);
    }

    /**
     * A receipt goes to the present members; in large conversations only to the other devices of its own member, and in groups to nobody
     * else who keeps theirs.
     */
    private static Set<UserId> receivers(Envelope event, Set<UserId> present, Set<UserId> keeping) {
        if (!(event.event() instanceof ReadCursorEvent cursor)) {
            return present;
        }
        if (present.size() > ReceiptLimits.MEMBERS) {
            return Set.of(cursor.member());
        }
        if (keeping.isEmpty() || DirectConversation.is(cursor.conversation())) {
            return present;
        }
        return present.stream()
                .filter(member -> member.equals(cursor.member()) || !keeping.contains(member))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ConversationId conversation(Envelope event) {
        return ConversationId.of(event.stream().partitionKey());
    }
}
