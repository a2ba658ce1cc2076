package chat.parley.command.hiding;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.ConversationFactsCache;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.events.MessagesHidden;
import chat.parley.events.NumberRange;
import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HidingController {

    /**
     * What one does not want to see of a conversation, all of it.
     *
     * @param numbers of messages, in ascending order
     * @param position of the event that says so; 0 where nothing ever was hidden
     */
    record Hidden(List<NumberRange> numbers, long position) {

        static Hidden of(@Nullable StoredEvent newest) {
            return newest != null && newest.event() instanceof MessagesHidden hidden
                    ? new Hidden(hidden.numbers(), newest.position())
                    : new Hidden(List.of(), 0);
        }
    }

    private final IdempotentCommands commands;
    private final ConversationFactsCache conversations;
    private final CommandDispatch dispatch;
    private final EventLog log;

    HidingController(
            IdempotentCommands commands, ConversationFactsCache conversations, CommandDispatch dispatch, EventLog log) {
        this.commands = commands;
        this.conversations = conversations;
        this.dispatch = dispatch;
        this.log = log;
    }

    @Throttled(Limit.ARRANGE_ACCOUNT)
    @PatchMapping("/api/conversations/{conversation}/hidden")
    @Operation(
            operationId = "hideMessages",
            summary = "Delete messages for oneself, or take that back",
            description = "Up to 100 in a request. Nobody else is told, and for others nothing changes.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.BEYOND_LAST_MESSAGE, Reason.TOO_MANY_HIDDEN, Reason.CONFLICT})
    Hidden hide(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @RequestBody HidingChange change) {
        CommandKey command = key.of(caller, change.required());
        StreamId stream = StreamId.hidden(conversation, caller.user());
        return commands.once(command, Hidden.class, () -> {
            if (!conversations.isMember(conversation, caller.user())) {
                throw new Refused(Reason.CONVERSATION_UNKNOWN);
            }
            if (change.highest() > conversations.lastNumber(conversation, change.highest())) {
                throw new Refused(Reason.BEYOND_LAST_MESSAGE);
            }
            HideMessages asked = new HideMessages(conversation, caller.user(), change.toHide(), change.toShow());
            Optional<StoredEvent> recorded = IdempotentDispatch.send(
                    log, stream, command.commandId(), () -> dispatch.send(asked, caller, command.commandId()));
            return Hidden.of(
                    recorded.or(() -> log.newestOf(List.of(stream)).stream().findFirst())
                            .orElse(null));
        });
    }
}
