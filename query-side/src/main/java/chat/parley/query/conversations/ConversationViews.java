package chat.parley.query.conversations;

import chat.parley.events.ConversationId;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.MembershipHistory;
import chat.parley.membership.ReceiptLimits;
import chat.parley.query.history.History;
import chat.parley.query.history.Message;
import chat.parley.query.people.People;
import chat.parley.query.people.Person;
import chat.parley.views.history.ConversationHead;
import chat.parley.views.history.ConversationHeads;
import chat.parley.views.history.MemberWatermarks;
import chat.parley.views.history.Watermarks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Builds conversations as one of their members sees them; each source is asked once for all of them. */
@Component
class ConversationViews {

    private final Memberships memberships;
    private final StreamQueries streams;
    private final ConversationHeads heads;
    private final MemberWatermarks watermarks;
    private final History history;
    private final People people;

    ConversationViews(
            Memberships memberships,
            StreamQueries streams,
            ConversationHeads heads,
            MemberWatermarks watermarks,
            History history,
            People people) {
        this.memberships = memberships;
        this.streams = streams;
        this.heads = heads;
        this.watermarks = watermarks;
        this.history = history;
        this.people = people;
    }

    /** In the given order, without those that the view does not hold yet and those that the viewer has left. */
    List<ConversationView> of(UserId viewer, List<ConversationId> conversations) {
        Map<ConversationId, ConversationHead> found = new HashMap<>(heads.of(conversations));
        Map<ConversationId, MembershipHistory> stays = new HashMap<>(memberships.of(found.keySet()));
        stays.values().removeIf(known -> !known.present().contains(viewer));
        found.keySet().retainAll(stays.keySet());
        Map<ConversationId, String> names = names(found);
        Map<ConversationId, Map<UserId, Watermarks>> reached = watermarks.of(shown(viewer, stays));
        Map<ConversationId, Message> last = history.newest(found.values().stream()
                .collect(Collectors.toMap(ConversationHead::conversation, ConversationHead::lastNumber)));
        Map<UserId, Person> members = people.of(
                viewer,
                stays.values().stream()
                        .flatMap(known -> known.present().stream())
                        .collect(Collectors.toSet()));
        return conversations.stream()
                .flatMap(conversation -> Stream.ofNullable(found.get(conversation)))
                .map(head -> {
                    MembershipHistory known = Objects.requireNonNull(stays.get(head.conversation()));
                    return ConversationView.of(
                            head,
                            names.get(head.conversation()),
                            Optional.ofNullable(last.get(head.conversation()))
                                    .filter(message -> known.visibleTo(viewer).includes(message.sequence()))
                                    .orElse(null),
                            viewer,
                            known.present().stream()
                                    .map(member -> Objects.requireNonNull(members.get(member)))
                                    .toList(),
                            Objects.requireNonNull(reached.get(head.conversation())));
                })
                .toList();
    }

    /** Names are content and only in the log: the head says in which event. */
    private Map<ConversationId, String> names(Map<ConversationId, ConversationHead> found) {
        Map<StreamId, Long> named = new HashMap<>();
        found.values().forEach(head -> {
            Long sequence = head.named();
            if (sequence != null) {
                named.put(StreamId.conversation(head.conversation()), sequence);
            }
        });
        Map<ConversationId, String> names = new HashMap<>();
        for (StoredEvent event : streams.at(named)) {
            if (event.event() instanceof GroupCreated created) {
                GroupDetails details = created.content();
                if (details != null) {
                    names.put(created.conversation(), details.name());
                }
            }
        }
        return names;
    }

    /** The members whose watermarks the viewer sees: all, or in large conversations only their own. */
    private static Map<ConversationId, Set<UserId>> shown(UserId viewer, Map<ConversationId, MembershipHistory> stays) {
        return stays.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            Set<UserId> present = entry.getValue().present();
            return present.size() <= ReceiptLimits.MEMBERS ? present : Set.of(viewer);
        }));
    }
}
