package chat.parley.command.arrangement;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.ConversationFactsCache;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.Arrangement;
import chat.parley.events.ConversationArranged;
import chat.parley.events.ConversationId;
import chat.parley.events.NewsWanted;
import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ArrangementController {

    /**
     * How one has a conversation now, all of it.
     *
     * @param mutedUntil absent where it is not muted
     * @param news of what one wants to be told; absent for all of it
     * @param position of the event that says so; 0 where nothing was ever arranged
     */
    record Arranged(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant mutedUntil,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            NewsWanted news,

            boolean pinned,
            boolean archived,
            boolean favourite,
            boolean unread,
            long position) {

        static Arranged of(@Nullable StoredEvent newest) {
            Arrangement held = newest != null && newest.event() instanceof ConversationArranged arranged
                    ? arranged.arrangement()
                    : Arrangement.NONE;
            return new Arranged(
                    held.mutedUntil(),
                    held.news(),
                    held.pinned(),
                    held.archived(),
                    held.favourite(),
                    held.unread(),
                    newest == null ? 0 : newest.position());
        }
    }

    private final IdempotentCommands commands;
    private final ConversationFactsCache conversations;
    private final CommandDispatch dispatch;
    private final EventLog log;
    private final Clock clock;

    ArrangementController(
            IdempotentCommands commands,
            ConversationFactsCache conversations,
            CommandDispatch dispatch,
            EventLog log,
            ObjectProvider<Clock> clock) {
        this.commands = commands;
        this.conversations = conversations;
        this.dispatch = dispatch;
        this.log = log;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @Throttled(Limit.ARRANGE_ACCOUNT)
    @PatchMapping("/api/conversations/{conversation}/arrangement")
    @Operation(
            operationId = "arrangeConversation",
            summary = "Arrange a conversation in one's own list",
            description =
                    "Mute it, choose what to be told of, pin it, put it away, make it a favourite, mark it as unread. What the request does not"
                            + " name stays. Nobody else is told.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.CONFLICT})
    Arranged arrange(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @RequestBody ArrangementChange change) {
        CommandKey command = key.of(caller, change.required());
        StreamId stream = StreamId.arrangement(conversation, caller.user());
        return commands.once(command, Arranged.class, () -> {
            if (!conversations.isMember(conversation, caller.user())) {
                throw new Refused(Reason.CONVERSATION_UNKNOWN);
            }
            ArrangeConversation asked = new ArrangeConversation(conversation, caller.user(), change, clock.instant());
            Optional<StoredEvent> recorded = IdempotentDispatch.send(
                    log, stream, command.commandId(), () -> dispatch.send(asked, caller, command.commandId()));
            return Arranged.of(recorded.or(() -> newest(stream)).orElse(null));
        });
    }

    private Optional<StoredEvent> newest(StreamId stream) {
        return log.newestOf(List.of(stream)).stream().findFirst();
    }
}
