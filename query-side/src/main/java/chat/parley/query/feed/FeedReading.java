package chat.parley.query.feed;

import chat.parley.contracts.FeedPage;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.VisibleSequences;
import chat.parley.query.visibility.ConversationAccess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One page of a feed in the making. */
final class FeedReading {

    private final EventLog log;
    private final ConversationAccess access;
    private final MissingErasures erasures;
    private final UserId user;
    private final Held held;
    private final FeedPlace place;
    private final List<ConversationId> conversations;
    private final Map<ConversationId, StoredEvent> moved;
    private final Map<ConversationId, Long> firstMissing = new HashMap<>();

    FeedReading(
            EventLog log,
            ConversationAccess access,
            MissingErasures erasures,
            UserId user,
            Held held,
            FeedPlace place) {
        this.log = log;
        this.access = access;
        this.erasures = erasures;
        this.user = user;
        this.held = held;
        this.place = place;
        this.conversations = access.conversationsOf(user).stream()
                .filter(place::comesUpTo)
                .sorted(Comparator.comparing(ConversationId::value))
                .toList();
        this.moved = moved();
    }

    private Map<ConversationId, StoredEvent> moved() {
        Map<StreamId, ConversationId> streams = new HashMap<>();
        conversations.forEach(conversation -> streams.put(StreamId.conversation(conversation), conversation));
        Map<ConversationId, StoredEvent> beyond = new HashMap<>();
        for (StoredEvent newest : log.newestOf(streams.keySet())) {
            ConversationId conversation = streams.get(newest.envelope().stream());
            if (conversation != null && newest.position() > held.of(conversation)) {
                beyond.put(conversation, newest);
            }
        }
        return beyond;
    }

    boolean lacksMoreThan(long events) {
        long count = 0;
        for (var entry : moved.entrySet()) {
            count += entry.getValue().sequence() - firstMissing(entry.getKey(), entry.getValue()) + 1;
            if (count > events) {
                return true;
            }
        }
        return false;
    }

    FeedPage page(int limit) {
        MissingReceipts receipts = new MissingReceipts(log, access);
        Map<ConversationId, List<StoredEvent>> movedCursors = receipts.moved(conversations, held);
        List<Envelope> items = new ArrayList<>();
        for (ConversationId conversation : conversations) {
            if (items.size() >= limit) {
                return continuedAt(conversation, 0, items);
            }
            long next = addEvents(conversation, limit - items.size(), items);
            if (next > 0) {
                return continuedAt(conversation, next, items);
            }
            List<StoredEvent> cursors = movedCursors.getOrDefault(conversation, List.of());
            items.addAll(receipts.of(cursors, held.of(conversation), place.head()));
        }
        items.addAll(erasures.of(user, held, place.head()));
        return FeedPage.end(place.head(), items);
    }

    /** The sequence to go on with on the next page, 0 when the conversation is done. */
    private long addEvents(ConversationId conversation, int room, List<Envelope> items) {
        StoredEvent newest = moved.get(conversation);
        if (newest == null) {
            return 0;
        }
        long from = place.isWithin(conversation) ? place.sequence() : firstMissing(conversation, newest);
        VisibleSequences visible = access.visibleOrNothing(conversation, user);
        List<StoredEvent> events = log.readStream(StreamId.conversation(conversation), from, room + 1);
        events.stream()
                .limit(room)
                .filter(event -> event.position() <= place.head() && visible.includes(event.sequence()))
                .forEach(event -> items.add(event.envelope()));
        boolean more = events.size() > room && events.getLast().position() <= place.head();
        return more ? events.getLast().sequence() : 0;
    }

    private long firstMissing(ConversationId conversation, StoredEvent newest) {
        return firstMissing.computeIfAbsent(
                conversation, _ -> new MissingEvents(log).firstBeyond(newest, held.of(conversation)));
    }

    private FeedPage continuedAt(ConversationId conversation, long sequence, List<Envelope> items) {
        return new FeedPage(place.head(), false, items, FeedPlace.page(place.head(), conversation, sequence));
    }
}
