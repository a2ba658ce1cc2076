package chat.parley.query.conversations;

import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.GroupMember;
import chat.parley.events.MemberRole;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.Mutes;
import chat.parley.log.guard.Pins;
import chat.parley.log.guard.Sights;
import chat.parley.log.read.GroupLikeness;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.MembershipHistory;
import chat.parley.membership.MembershipPeriod;
import chat.parley.membership.ReceiptLimits;
import chat.parley.membership.VisibleSequences;
import chat.parley.query.history.History;
import chat.parley.query.history.Message;
import chat.parley.query.history.MessageAnnotations;
import chat.parley.query.people.People;
import chat.parley.query.people.Person;
import chat.parley.views.history.ConversationHead;
import chat.parley.views.history.ConversationHeads;
import chat.parley.views.history.ConversationKind;
import chat.parley.views.history.MemberWatermarks;
import chat.parley.views.history.MentionedIn;
import chat.parley.views.history.Watermarks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds conversations as one of their members sees them; each source is asked once for all of them. */
@Component
class ConversationViews {

    private final Memberships memberships;
    private final StreamQueries streams;
    private final ConversationHeads heads;
    private final MemberWatermarks watermarks;
    private final History history;
    private final MessageAnnotations annotations;
    private final People people;
    private final Arrangements arrangements;
    private final HiddenMessages hidden;
    private final UnreadMentions mentions;
    private final UncountedMessages uncounted;
    private final Mutes mutes;
    private final Pins pins;
    private final Sights sights;

    ConversationViews(
            Memberships memberships,
            StreamQueries streams,
            ConversationHeads heads,
            MemberWatermarks watermarks,
            History history,
            MessageAnnotations annotations,
            People people,
            Arrangements arrangements,
            HiddenMessages hidden,
            UnreadMentions mentions,
            UncountedMessages uncounted,
            Mutes mutes,
            Pins pins,
            Sights sights) {
        this.sights = sights;
        this.memberships = memberships;
        this.streams = streams;
        this.heads = heads;
        this.watermarks = watermarks;
        this.history = history;
        this.annotations = annotations;
        this.people = people;
        this.arrangements = arrangements;
        this.hidden = hidden;
        this.mentions = mentions;
        this.uncounted = uncounted;
        this.mutes = mutes;
        this.pins = pins;
    }

    /** In the given order, without those that the view does not hold yet and those that the viewer has left. */
    List<ConversationView> of(UserId viewer, List<ConversationId> conversations) {
        Map<ConversationId, ConversationHead> found = new HashMap<>(heads.of(conversations));
        Map<ConversationId, MembershipHistory> stays = new HashMap<>(memberships.of(found.keySet()));
        stays.values().removeIf(known -> !known.present().contains(viewer));
        found.keySet().retainAll(stays.keySet());
        Map<ConversationId, GroupLikeness> groups = groups(found);
        Map<ConversationId, Map<UserId, Watermarks>> reached = watermarks.of(shown(viewer, stays));
        Map<ConversationId, ArrangementView> arranged = arrangements.of(viewer, found.keySet());
        Map<ConversationId, HiddenView> unseen = hidden.of(viewer, found.keySet());
        Map<ConversationId, List<MentionedIn>> mentioned = mentions.of(viewer, found, reached);
        Map<ConversationId, Set<Long>> uncountedOf = uncounted.of(viewer, found, stays, reached);
        Map<ConversationId, List<Mutes.Mute>> muted = mutes.in(found.keySet());
        Map<ConversationId, List<Pins.Pin>> pinned = pins.of(found.keySet());
        Map<ConversationId, Message> last = last(viewer, found, stays);
        Map<ConversationId, Boolean> requests = sights.requestsTo(viewer);
        Map<UserId, Person> members = people.of(
                viewer,
                stays.values().stream()
                        .flatMap(known -> Stream.concat(known.present().stream(), former(known, viewer)))
                        .collect(Collectors.toSet()));
        return conversations.stream()
                .flatMap(conversation -> Stream.ofNullable(found.get(conversation)))
                .map(head -> {
                    MembershipHistory known = Objects.requireNonNull(stays.get(head.conversation()));
                    return ConversationView.of(
                            head,
                            groups.getOrDefault(head.conversation(), GroupLikeness.NONE),
                            last.get(head.conversation()),
                            viewer,
                            known.present().stream()
                                    .map(member -> Objects.requireNonNull(members.get(member)))
                                    .toList(),
                            former(known, viewer)
                                    .map(member -> Objects.requireNonNull(members.get(member))
                                            .withoutPresence())
                                    .toList(),
                            roles(known),
                            Objects.requireNonNull(reached.get(head.conversation())),
                            uncountedOf.getOrDefault(head.conversation(), Set.of()),
                            mentioned.getOrDefault(head.conversation(), List.of()),
                            muted.getOrDefault(head.conversation(), List.of()).stream()
                                    .filter(mute -> known.present().contains(mute.member()))
                                    .toList(),
                            pinned.getOrDefault(head.conversation(), List.of()).stream()
                                    .filter(pin -> known.visibleTo(viewer).includes(pin.sequence()))
                                    .toList(),
                            arranged.get(head.conversation()),
                            unseen.get(head.conversation()),
                            requestState(requests.get(head.conversation())));
                })
                .toList();
    }

    private static ConversationView.@Nullable RequestState requestState(@Nullable Boolean ignored) {
        if (ignored == null) {
            return null;
        }
        return ignored ? ConversationView.RequestState.IGNORED : ConversationView.RequestState.PENDING;
    }

    private static Stream<UserId> former(MembershipHistory known, UserId viewer) {
        VisibleSequences visible = known.visibleTo(viewer);
        return known.all().stream()
                .filter(stay -> !known.present().contains(stay.member()))
                .filter(stay -> visible.includes(Objects.requireNonNull(stay.left())))
                .map(MembershipPeriod::member)
                .distinct();
    }

    private static List<GroupMember> roles(MembershipHistory known) {
        return known.all().stream()
                .filter(stay -> stay.isPresent() && stay.role() != MemberRole.MEMBER)
                .map(stay -> new GroupMember(stay.member(), stay.role()))
                .toList();
    }

    /** The newest message of each, as its author edited it last, if the viewer may see it. */
    private Map<ConversationId, Message> last(
            UserId viewer, Map<ConversationId, ConversationHead> found, Map<ConversationId, MembershipHistory> stays) {
        Map<ConversationId, VisibleSequences> visible = new HashMap<>();
        stays.forEach((conversation, known) -> visible.put(conversation, known.visibleTo(viewer)));
        Map<ConversationId, Message> newest = history.newest(found.values().stream()
                .collect(Collectors.toMap(ConversationHead::conversation, ConversationHead::lastNumber)));
        newest.entrySet()
                .removeIf(last -> !Objects.requireNonNull(visible.get(last.getKey()))
                        .includes(last.getValue().sequence()));
        return annotations.edited(newest, visible);
    }

    private Map<ConversationId, GroupLikeness> groups(Map<ConversationId, ConversationHead> found) {
        return GroupLikeness.of(streams.likenessOf(found.values().stream()
                .filter(head -> head.kind() == ConversationKind.GROUP)
                .map(head -> StreamId.conversation(head.conversation()))
                .toList()));
    }

    /** The members whose watermarks the viewer sees: all, or in large conversations, and in groups if they keep theirs, only their own. */
    private Map<ConversationId, Set<UserId>> shown(UserId viewer, Map<ConversationId, MembershipHistory> stays) {
        boolean keeps = !sights.keepReceipts(List.of(viewer)).isEmpty();
        return stays.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            Set<UserId> present = entry.getValue().present();
            boolean shown = !keeps || DirectConversation.is(entry.getKey());
            return shown && present.size() <= ReceiptLimits.MEMBERS ? present : Set.of(viewer);
        }));
    }
}
