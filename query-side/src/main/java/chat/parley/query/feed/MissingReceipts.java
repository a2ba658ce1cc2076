package chat.parley.query.feed;

import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.Envelope;
import chat.parley.events.EventType;
import chat.parley.events.Facets;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.Sights;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.ReceiptLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Watermarks are absolute, so the newest event of each kind of a member's cursor is enough. All members' are returned; in
 * large conversations, and in groups where one keeps one's own, only those.
 */
final class MissingReceipts {

    private static final Set<String> KINDS =
            Set.of(EventType.MESSAGES_DELIVERED.typeName(), EventType.MESSAGES_READ.typeName());
    private static final int GLANCE = 50;

    private final EventLog log;
    private final StreamQueries streams;
    private final Memberships memberships;
    private final Sights sights;

    MissingReceipts(EventLog log, StreamQueries streams, Memberships memberships, Sights sights) {
        this.sights = sights;
        this.log = log;
        this.streams = streams;
        this.memberships = memberships;
    }

    /**
     * By the conversation's stream, ordered by position: the events of each cursor that this person sees, after what was
     * received and up to the head.
     */
    Map<StreamId, List<Envelope>> of(
            UserId user, Collection<ConversationId> conversations, ResumePosition held, long head) {
        Set<StreamId> cursors = cursors(user, conversations);
        Map<StreamId, Long> moved = new HashMap<>();
        streams.newestOf(cursors).forEach((stream, newest) -> {
            long heldHere = held.of(stream);
            if (newest.position() > heldHere) {
                moved.put(stream, heldHere);
            }
        });
        Map<StreamId, List<StoredEvent>> recent = streams.newest(moved.keySet(), GLANCE).stream()
                .collect(Collectors.groupingBy(event -> event.envelope().stream()));
        Map<StreamId, List<Envelope>> told = new HashMap<>();
        recent.forEach((stream, events) -> told.computeIfAbsent(conversation(stream), _ -> new ArrayList<>())
                .addAll(newestOfEachKind(user, events, moved.getOrDefault(stream, 0L), head)));
        told.values().forEach(receipts -> receipts.sort(Comparator.comparingLong(Envelope::position)));
        return told;
    }

    private Set<StreamId> cursors(UserId user, Collection<ConversationId> conversations) {
        Map<ConversationId, Set<UserId>> few = memberships.presentIn(conversations, ReceiptLimits.MEMBERS);
        Set<StreamId> cursors = new HashSet<>();
        boolean keeps = !sights.keepReceipts(List.of(user)).isEmpty();
        for (ConversationId conversation : conversations) {
            boolean shown = !keeps || DirectConversation.is(conversation);
            (shown ? few.getOrDefault(conversation, Set.of(user)) : Set.of(user))
                    .forEach(member -> cursors.add(StreamId.readCursor(conversation, member)));
        }
        return cursors;
    }

    private List<Envelope> newestOfEachKind(UserId user, List<StoredEvent> recent, long held, long head) {
        Map<String, Envelope> found = new LinkedHashMap<>();
        List<StoredEvent> events = recent;
        while (true) {
            for (StoredEvent event : events) {
                if (event.position() <= held) {
                    return List.copyOf(found.values());
                }
                if (event.position() <= head && isTold(user, event.envelope().facets())) {
                    found.putIfAbsent(event.envelope().type().type(), event.envelope());
                }
            }
            if (events.size() < GLANCE || found.keySet().containsAll(KINDS)) {
                return List.copyOf(found.values());
            }
            StoredEvent oldest = events.getLast();
            events = log.readStreamBackwards(oldest.envelope().stream(), oldest.sequence(), GLANCE);
        }
    }

    private static boolean isTold(UserId user, Facets facets) {
        return facets.audience() == Facets.Audience.MEMBERS || facets.areFor(user);
    }

    private static StreamId conversation(StreamId cursor) {
        return StreamId.conversation(ConversationId.of(cursor.partitionKey()));
    }
}
