package chat.parley.query.conversations;

import chat.parley.events.ConversationArranged;
import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.PersonalStreams;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How people have their conversations, from the newest event of each arrangement in the log. */
@Component
class Arrangements {

    private final EventLog log;
    private final PersonalStreams personal;

    Arrangements(EventLog log, PersonalStreams personal) {
        this.log = log;
        this.personal = personal;
    }

    /** Conversations that were never arranged are left out. */
    Map<ConversationId, ArrangementView> of(UserId member, Collection<ConversationId> conversations) {
        return newest(conversations.stream()
                .map(conversation -> StreamId.arrangement(conversation, member))
                .toList());
    }

    /** All that someone has pinned. */
    Set<ConversationId> pinnedBy(UserId member) {
        List<StreamId> arranged = personal.streamsOf(member).stream()
                .filter(stream -> stream.category().equals(StreamId.ARRANGEMENT))
                .toList();
        return newest(arranged).entrySet().stream()
                .filter(entry -> entry.getValue().pinned())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<ConversationId, ArrangementView> newest(List<StreamId> streams) {
        Map<ConversationId, ArrangementView> found = new HashMap<>();
        if (!streams.isEmpty()) {
            for (StoredEvent event : log.newestOf(streams)) {
                if (event.event() instanceof ConversationArranged arranged) {
                    found.put(arranged.conversation(), ArrangementView.of(arranged.arrangement(), event.position()));
                }
            }
        }
        return found;
    }
}
