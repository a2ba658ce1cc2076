package chat.parley.query.feed;

import chat.parley.contracts.FeedPage;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.SequenceRange;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.ManyStreams;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.membership.Stays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One page of a feed in the making. It asks as many questions, however many conversations it looks at. */
final class FeedReading {

    private final ManyStreams streams;
    private final MissingErasures erasures;
    private final MissingReceipts receipts;
    private final UserId user;
    private final Held held;
    private final FeedPlace place;
    private final Map<ConversationId, Stays> stays = new HashMap<>();
    private final Map<ConversationId, List<SequenceRange>> missing;

    FeedReading(
            EventLog log,
            ManyStreams streams,
            Memberships memberships,
            MissingErasures erasures,
            UserId user,
            Held held,
            FeedPlace place) {
        this.streams = streams;
        this.erasures = erasures;
        this.receipts = new MissingReceipts(log, streams, memberships);
        this.user = user;
        this.held = held;
        this.place = place;
        memberships.ofMember(user, held.least()).forEach((conversation, known) -> {
            if (place.comesUpTo(conversation)) {
                stays.put(conversation, known);
            }
        });
        this.missing = new MissingEvents(log, streams).of(user, stays, held);
    }

    boolean lacksMoreThan(long events) {
        return missing.values().stream().mapToLong(FeedReading::length).sum() > events;
    }

    FeedPage page(int limit) {
        Map<ConversationId, List<Envelope>> cursors = receipts.of(user, present(), held, place.head());
        List<ManyStreams.Part> parts = new ArrayList<>();
        List<ConversationId> whole = new ArrayList<>();
        String next = null;
        long room = limit;
        for (ConversationId conversation : inOrder()) {
            List<SequenceRange> left = left(conversation);
            List<SequenceRange> fitting = fitting(left, room);
            fitting.forEach(range -> parts.add(new ManyStreams.Part(StreamId.conversation(conversation), range)));
            if (room <= 0 || length(fitting) < length(left)) {
                next = FeedPlace.page(
                        place.head(),
                        conversation,
                        fitting.isEmpty() ? 0 : fitting.getLast().last() + 1);
                break;
            }
            whole.add(conversation);
            room -= length(fitting)
                    + cursors.getOrDefault(conversation, List.of()).size();
        }
        List<Envelope> items = items(parts, whole, cursors);
        if (next == null) {
            items.addAll(erasures.of(user, held, place.head()));
        }
        return new FeedPage(place.head(), false, items, next);
    }

    /** Each conversation's events and then its receipts; of one that does not fit, the first events. */
    private List<Envelope> items(
            List<ManyStreams.Part> parts, List<ConversationId> whole, Map<ConversationId, List<Envelope>> cursors) {
        Map<ConversationId, List<Envelope>> items = new LinkedHashMap<>();
        whole.forEach(conversation -> items.put(conversation, new ArrayList<>()));
        for (StoredEvent event : streams.read(parts)) {
            if (event.position() <= place.head()) {
                items.computeIfAbsent(
                                ConversationId.of(event.envelope().stream().partitionKey()), _ -> new ArrayList<>())
                        .add(event.envelope());
            }
        }
        whole.forEach(conversation ->
                Objects.requireNonNull(items.get(conversation)).addAll(cursors.getOrDefault(conversation, List.of())));
        return items.values().stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
    }

    private List<ConversationId> inOrder() {
        return stays.keySet().stream()
                .sorted(Comparator.comparing(ConversationId::value))
                .toList();
    }

    private List<ConversationId> present() {
        return stays.entrySet().stream()
                .filter(entry -> entry.getValue().present().contains(user))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What the pages before did not bring of a conversation. */
    private List<SequenceRange> left(ConversationId conversation) {
        long from = place.isWithin(conversation) ? place.sequence() : 0;
        return missing.getOrDefault(conversation, List.of()).stream()
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
