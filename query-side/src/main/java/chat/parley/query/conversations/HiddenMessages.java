package chat.parley.query.conversations;

import chat.parley.events.ConversationId;
import chat.parley.events.MessagesHidden;
import chat.parley.events.NumberRanges;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people deleted for themselves, from the newest event of each such stream in the log. */
@Component
public class HiddenMessages {

    private final EventLog log;

    HiddenMessages(EventLog log) {
        this.log = log;
    }

    /** Of one conversation. */
    public NumberRanges of(UserId member, ConversationId conversation) {
        HiddenView hidden = of(member, List.of(conversation)).get(conversation);
        return hidden == null ? NumberRanges.NONE : hidden.ranges();
    }

    /** Conversations of which nothing ever was hidden are left out. */
    Map<ConversationId, HiddenView> of(UserId member, Collection<ConversationId> conversations) {
        List<StreamId> streams = conversations.stream()
                .map(conversation -> StreamId.hidden(conversation, member))
                .toList();
        Map<ConversationId, HiddenView> found = new HashMap<>();
        if (!streams.isEmpty()) {
            for (StoredEvent event : log.newestOf(streams)) {
                if (event.event() instanceof MessagesHidden hidden) {
                    found.put(hidden.conversation(), new HiddenView(hidden.numbers(), event.position()));
                }
            }
        }
        return found;
    }
}
