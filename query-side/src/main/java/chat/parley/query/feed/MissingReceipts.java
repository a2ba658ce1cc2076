package chat.parley.query.feed;

import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.EventType;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.query.visibility.ConversationAccess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Watermarks are absolute: of all that a member's cursor did, the newest event of each kind says everything. */
final class MissingReceipts {

    /** Above this many members, receipts are told as counts and by other means. */
    private static final int MOST_MEMBERS = 50;

    private static final Set<String> KINDS = Set.of(EventType.MESSAGES_DELIVERED.typeName(), EventType.MESSAGES_READ.typeName());
    private static final int GLANCE = 50;

    private final EventLog log;
    private final ConversationAccess access;

    MissingReceipts(EventLog log, ConversationAccess access) {
        this.log = log;
        this.access = access;
    }

    /** The newest event of each cursor that moved beyond what is held, by conversation. */
    Map<ConversationId, List<StoredEvent>> moved(List<ConversationId> conversations, Held held) {
        Map<StreamId, ConversationId> cursors = new HashMap<>();
        for (ConversationId conversation : conversations) {
            List<UserId> members = access.membersOf(conversation);
            if (members.size() <= MOST_MEMBERS) {
                members.forEach(member -> cursors.put(StreamId.readCursor(conversation, member), conversation));
            }
        }
        Map<ConversationId, List<StoredEvent>> moved = new HashMap<>();
        for (StoredEvent newest : log.newestOf(cursors.keySet())) {
            ConversationId conversation = cursors.get(newest.envelope().stream());
            if (conversation != null && newest.position() > held.of(conversation)) {
                moved.computeIfAbsent(conversation, _ -> new ArrayList<>()).add(newest);
            }
        }
        return moved;
    }

    /** The newest event of each kind of each of these cursors, beyond what is held and up to the head, in order of position. */
    List<Envelope> of(List<StoredEvent> moved, long held, long head) {
        return moved.stream()
                .flatMap(newest -> newestOfEachKind(newest, held, head).stream())
                .sorted(Comparator.comparingLong(Envelope::position))
                .toList();
    }

    private List<Envelope> newestOfEachKind(StoredEvent newest, long held, long head) {
        Map<String, Envelope> found = new LinkedHashMap<>();
        long before = newest.sequence() + 1;
        while (before > 0 && !found.keySet().containsAll(KINDS)) {
            for (StoredEvent event : log.readStreamBackwards(newest.envelope().stream(), before, GLANCE)) {
                if (event.position() <= held) {
                    return List.copyOf(found.values());
                }
                if (event.position() <= head) {
                    found.putIfAbsent(event.envelope().type().type(), event.envelope());
                }
                before = event.sequence();
            }
        }
        return List.copyOf(found.values());
    }
}
