package chat.parley.command.readcursor.move;

import chat.parley.access.Caller;
import chat.parley.command.conversation.KnownConversations;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves members' cursors forward. */
@Component
public final class ReadCursors {

    private final CommandDispatch dispatch;
    private final KnownConversations conversations;
    private final EventLog log;

    ReadCursors(CommandDispatch dispatch, KnownConversations conversations, EventLog log) {
        this.dispatch = dispatch;
        this.conversations = conversations;
        this.log = log;
    }

    /**
     * @param received every message up to this number is on a device of the caller's, or null
     * @param read every message up to this number was shown, or null
     * @throws Refused {@link Reason#MALFORMED} where neither is given or one is negative,
     *     {@link Reason#CONVERSATION_UNKNOWN}, {@link Reason#BEYOND_LAST_MESSAGE}, {@link Reason#CONFLICT}
     */
    public Recorded move(Caller caller, ConversationId conversation, @Nullable Long received, @Nullable Long read) {
        long delivered = received == null ? 0 : received;
        long shown = read == null ? 0 : read;
        if ((received == null && read == null) || delivered < 0 || shown < 0) {
            throw new Refused(Reason.MALFORMED);
        }
        if (!conversations.isMember(conversation, caller.user())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        long last = conversations.lastNumber(conversation, Math.max(delivered, shown));
        List<StoredEvent> recorded = new ArrayList<>();
        if (delivered > shown) {
            recorded.addAll(dispatch.send(new MarkDelivered(conversation, caller.user(), delivered, last), caller));
        }
        if (shown > 0) {
            recorded.addAll(dispatch.send(new MarkRead(conversation, caller.user(), shown, last), caller));
        }
        return new Recorded(
                recorded.isEmpty()
                        ? newest(conversation, caller)
                        : recorded.getLast().position());
    }

    /** What an earlier request recorded that went as far: the newest event of the cursor. */
    private long newest(ConversationId conversation, Caller caller) {
        return log.newestOf(List.of(StreamId.readCursor(conversation, caller.user()))).stream()
                .mapToLong(StoredEvent::position)
                .findFirst()
                .orElse(0);
    }
}
