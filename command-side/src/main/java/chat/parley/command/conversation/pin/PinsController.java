package chat.parley.command.conversation.pin;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.BlockedConversations;
import chat.parley.command.conversation.TargetMessages;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SentMessage;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PinsController {

    /**
     * Whether a message is pinned. Repetitions get the same answer.
     *
     * @param sequence of the event that changed it, in the conversation's stream; absent where nothing had to change
     * @param recorded when that was; absent likewise
     * @param position of that event in the log; 0 where nothing had to change
     */
    record PinChanged(
            ConversationId conversation,
            MessageId message,
            boolean pinned,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long sequence,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant recorded,

            long position) {

        static PinChanged of(SentMessage target, boolean pinned, Optional<StoredEvent> changed) {
            return new PinChanged(
                    target.conversation(),
                    target.message(),
                    pinned,
                    changed.map(StoredEvent::sequence).orElse(null),
                    changed.map(event -> event.envelope().recorded()).orElse(null),
                    changed.map(StoredEvent::position).orElse(0L));
        }
    }

    private final IdempotentCommands commands;
    private final TargetMessages targets;
    private final BlockedConversations blocked;
    private final CommandDispatch dispatch;
    private final EventLog log;
    private final Clock clock;

    PinsController(
            IdempotentCommands commands,
            TargetMessages targets,
            BlockedConversations blocked,
            CommandDispatch dispatch,
            EventLog log,
            ObjectProvider<Clock> clock) {
        this.commands = commands;
        this.targets = targets;
        this.blocked = blocked;
        this.dispatch = dispatch;
        this.log = log;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @PutMapping("/api/conversations/{conversation}/messages/{message}/pin")
    @Operation(
            operationId = "pinMessage",
            summary = "Pin a message",
            description =
                    "For everyone in the conversation, up to 50; in a group its owners and admins do it. Repeating it"
                            + " changes nothing.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MESSAGE_UNKNOWN,
        Reason.MESSAGE_GONE,
        Reason.NOT_PERMITTED,
        Reason.MUTED,
        Reason.TOO_MANY_PINS,
        Reason.NOT_ACCEPTED,
        Reason.UNBLOCK_FIRST,
        Reason.ACCEPT_FIRST,
        Reason.NEWER_EVENT,
        Reason.CONFLICT
    })
    PinChanged pin(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable MessageId message,
            @RequestParam long sequence) {
        return changed(caller, key.of(caller), conversation, message, sequence, true);
    }

    @DeleteMapping("/api/conversations/{conversation}/messages/{message}/pin")
    @Operation(
            operationId = "unpinMessage",
            summary = "Pin a message no more",
            description = "Whoever may pin it. Repeating it changes nothing.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MESSAGE_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.MUTED,
        Reason.NOT_ACCEPTED,
        Reason.UNBLOCK_FIRST,
        Reason.ACCEPT_FIRST,
        Reason.NEWER_EVENT,
        Reason.CONFLICT
    })
    PinChanged unpin(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable MessageId message,
            @RequestParam long sequence) {
        return changed(caller, key.of(caller), conversation, message, sequence, false);
    }

    private PinChanged changed(
            Caller caller,
            CommandKey key,
            ConversationId conversation,
            MessageId message,
            long sequence,
            boolean pinned) {
        return commands.once(key, PinChanged.class, () -> {
            SentMessage target = targets.of(caller, conversation, message, sequence);
            blocked.requireOpen(caller, conversation);
            PinMessage command = new PinMessage(caller.user(), sequence, target, pinned, clock.instant());
            Optional<StoredEvent> recorded = IdempotentDispatch.send(
                    log, target.stream(), key.commandId(), () -> dispatch.send(command, caller, key.commandId()));
            return PinChanged.of(target, pinned, recorded);
        });
    }
}
