package chat.parley.query.feed;

import chat.parley.contracts.FeedPage;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.SequenceRange;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.PersonalStreams;
import chat.parley.log.guard.Sights;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.MembershipHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds one page of a feed. The number of queries does not depend on the number of streams. */
final class FeedPageBuilder {

    private final StreamQueries streams;
    private final MissingPeerEvents peerEvents;
    private final MissingReceipts receipts;
    private final UserId user;
    private final ResumePosition resumeFrom;
    private final FeedCursor place;
    /** Those in which something may be missing. */
    private final Map<StreamId, MembershipHistory> conversations = new HashMap<>();

    private final Map<StreamId, List<SequenceRange>> missing;

    FeedPageBuilder(
            EventLog log,
            StreamQueries streams,
            Memberships memberships,
            PersonalStreams personal,
            RecentEventIndex recent,
            Sights sights,
            MissingPeerEvents peerEvents,
            UserId user,
            ResumePosition resumeFrom,
            FeedCursor place) {
        this.streams = streams;
        this.peerEvents = peerEvents;
        this.receipts = new MissingReceipts(log, streams, memberships, sights);
        this.user = user;
        this.resumeFrom = resumeFrom;
        this.place = place;
        memberships.ofMember(user, resumeFrom.least()).forEach((conversation, stays) -> {
            StreamId stream = StreamId.conversation(conversation);
            if (place.comesUpTo(stream) && recent.mayHaveMoved(stream, resumeFrom.of(stream))) {
                conversations.put(stream, stays);
            }
        });
        Set<StreamId> candidates = new HashSet<>(conversations.keySet());
        personal.streamsOf(user).stream().filter(place::comesUpTo).forEach(candidates::add);
        this.missing = new MissingEvents(log, streams).of(candidates, this::missed, resumeFrom);
    }

    private List<SequenceRange> missed(StreamId stream, long first) {
        MembershipHistory stays = conversations.get(stream);
        return stays == null
                ? List.of(new SequenceRange(first, Long.MAX_VALUE))
                : stays.missedBy(user, first).ranges();
    }

    boolean lacksMoreThan(long events) {
        return missing.values().stream().mapToLong(FeedPageBuilder::length).sum() > events;
    }

    FeedPage page(int limit) {
        Map<StreamId, List<Envelope>> cursors = receipts.of(user, present(), resumeFrom, place.head());
        List<StreamQueries.StreamRange> parts = new ArrayList<>();
        List<StreamId> whole = new ArrayList<>();
        String next = null;
        long room = limit;
        for (StreamId stream : inOrder()) {
            List<SequenceRange> left = left(stream);
            List<SequenceRange> fitting = fitting(left, room);
            fitting.forEach(range -> parts.add(new StreamQueries.StreamRange(stream, range)));
            if (room <= 0 || length(fitting) < length(left)) {
                next = FeedCursor.page(
                        place.head(),
                        stream,
                        fitting.isEmpty() ? 0 : fitting.getLast().last() + 1);
                break;
            }
            whole.add(stream);
            room -= length(fitting) + cursors.getOrDefault(stream, List.of()).size();
        }
        List<Envelope> items = items(parts, whole, cursors);
        if (next == null) {
            items.addAll(peerEvents.of(user, resumeFrom, place.head()));
        }
        return new FeedPage(place.head(), false, items, next);
    }

    /** Each stream's events and then, for a conversation, its receipts; of a stream that does not fit, its first events. */
    private List<Envelope> items(
            List<StreamQueries.StreamRange> parts, List<StreamId> whole, Map<StreamId, List<Envelope>> cursors) {
        Map<StreamId, List<Envelope>> items = new LinkedHashMap<>();
        whole.forEach(stream -> items.put(stream, new ArrayList<>()));
        for (StoredEvent event : streams.read(parts)) {
            if (event.position() <= place.head() && isTheirs(event.envelope())) {
                items.computeIfAbsent(event.envelope().stream(), _ -> new ArrayList<>())
                        .add(asTheySeeIt(event.envelope()));
            }
        }
        whole.forEach(
                stream -> Objects.requireNonNull(items.get(stream)).addAll(cursors.getOrDefault(stream, List.of())));
        return items.values().stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Of a conversation, everything visible; of other streams, events that name this person. */
    private boolean isTheirs(Envelope event) {
        return conversations.containsKey(event.stream()) || event.facets().areFor(user);
    }

    private Envelope asTheySeeIt(Envelope event) {
        MembershipHistory stays = conversations.get(event.stream());
        return stays == null || stays.seesWhatIsAbout(event.facets().about(), user) ? event : event.withoutContent();
    }

    private List<StreamId> inOrder() {
        return Stream.concat(conversations.keySet().stream(), missing.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(StreamId::value))
                .toList();
    }

    private List<ConversationId> present() {
        return conversations.entrySet().stream()
                .filter(entry -> entry.getValue().present().contains(user))
                .map(entry -> ConversationId.of(entry.getKey().partitionKey()))
                .toList();
    }

    /** What earlier pages did not return of a stream. */
    private List<SequenceRange> left(StreamId stream) {
        long from = place.isWithin(stream) ? place.sequence() : 0;
        return missing.getOrDefault(stream, List.of()).stream()
                .filter(range -> range.last() >= from)
                .map(range -> new SequenceRange(Math.max(from, range.first()), range.last()))
                .toList();
    }

    private static List<SequenceRange> fitting(List<SequenceRange> ranges, long room) {
        List<SequenceRange> fitting = new ArrayList<>();
        long more = room;
        for (SequenceRange range : ranges) {
            if (more <= 0) {
                break;
            }
            fitting.add(new SequenceRange(range.first(), Math.min(range.last(), range.first() + more - 1)));
            more -= length(fitting.subList(fitting.size() - 1, fitting.size()));
        }
        return fitting;
    }

    private static long length(List<SequenceRange> ranges) {
        return ranges.stream()
                .mapToLong(range -> range.last() - range.first() + 1)
                .sum();
    }
}
