package chat.parley.command.readcursor.move;

import chat.parley.access.Caller;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageSent;
import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves members' cursors forward. */
@Component
public final class ReadCursors {

    private static final int PAGE = 20;

    private final CommandDispatch dispatch;
    private final Memberships memberships;
    private final EventLog log;

    ReadCursors(CommandDispatch dispatch, Memberships memberships, EventLog log) {
        this.dispatch = dispatch;
        this.memberships = memberships;
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
        if (memberships.visibleTo(conversation, caller.user()).nothing()) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        long last = lastNumber(conversation);
        if (delivered > shown) {
            dispatch.send(new MarkDelivered(conversation, caller.user(), delivered, last), caller);
        }
        if (shown > 0) {
            dispatch.send(new MarkRead(conversation, caller.user(), shown, last), caller);
        }
        return new Recorded(newest(conversation, caller));
    }

    /** From the log, which is the truth: the newest event of the conversation that has a number. */
    private long lastNumber(ConversationId conversation) {
        StreamId stream = StreamId.conversation(conversation);
        List<StoredEvent> page = log.readStreamBackwards(stream, Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            for (StoredEvent stored : page) {
                long number = numberOf((ConversationEvent) stored.event());
                if (number > 0) {
                    return number;
                }
            }
            page = log.readStreamBackwards(stream, page.getLast().sequence(), PAGE);
        }
        return 0;
    }

    private static long numberOf(ConversationEvent event) {
        return switch (event) {
            case DirectConversationStarted _, MessageDeleted _ -> 0;
            case MessageSent sent -> sent.number();
        };
    }

    /** What this request recorded, or what an earlier one did that went as far: the newest event of the cursor. */
    private long newest(ConversationId conversation, Caller caller) {
        return log.newestOf(List.of(StreamId.readCursor(conversation, caller.user()))).stream()
                .mapToLong(StoredEvent::position)
                .findFirst()
                .orElse(0);
    }
}
