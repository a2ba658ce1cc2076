package chat.parley.command.threads;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.TargetMessages;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.events.InThread;
import chat.parley.events.MessageReference;
import chat.parley.events.SentMessage;
import chat.parley.events.StreamId;
import chat.parley.events.ThreadMarked;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ThreadMarksController {

    /**
     * What somebody wants to change of how they have a thread; one of the two at least.
     *
     * @param following whether they want to follow it
     * @param read the sequence of a message of the thread: it and every earlier one was shown to them
     */
    record ThreadChange(
            @Nullable Boolean following, @Nullable Long read) {

        ThreadChange required() {
            if (following == null && read == null) {
                throw new Refused(Reason.MALFORMED);
            }
            return this;
        }
    }

    /**
     * How one has a thread.
     *
     * @param following whether one chose to follow it; absent where one never chose
     * @param readUpTo the number in the thread; 0 where one has read nothing
     * @param position of the event that says so; 0 where there is none
     */
    record ThreadMark(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean following,

            long readUpTo,
            long position) {

        static ThreadMark of(@Nullable StoredEvent newest) {
            return newest != null && newest.event() instanceof ThreadMarked marked
                    ? new ThreadMark(marked.following(), marked.readUpTo(), newest.position())
                    : new ThreadMark(null, 0, 0);
        }
    }

    private final IdempotentCommands commands;
    private final TargetMessages targets;
    private final CommandDispatch dispatch;
    private final EventLog log;

    ThreadMarksController(IdempotentCommands commands, TargetMessages targets, CommandDispatch dispatch, EventLog log) {
        this.commands = commands;
        this.targets = targets;
        this.dispatch = dispatch;
        this.log = log;
    }

    @Throttled(Limit.THREADS_ACCOUNT)
    @PatchMapping("/api/conversations/{conversation}/threads/{root}")
    @Operation(
            operationId = "markThread",
            summary = "Read on in a thread, or choose whether to follow it",
            description = "The thread is named by the sequence of its root. Nobody else is told.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.MESSAGE_UNKNOWN, Reason.IN_A_THREAD, Reason.CONFLICT})
    ThreadMark mark(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable long root,
            @RequestBody ThreadChange change) {
        CommandKey command = key.of(caller, change.required());
        return commands.once(command, ThreadMark.class, () -> {
            SentMessage about = find(caller, conversation, root);
            if (about.thread() != null) {
                throw new Refused(Reason.IN_A_THREAD);
            }
            MarkThread asked = new MarkThread(
                    conversation,
                    caller.user(),
                    new MessageReference(about.number(), root),
                    change.following(),
                    readUpTo(caller, conversation, root, change.read()));
            StreamId stream = asked.stream();
            Optional<StoredEvent> recorded = IdempotentDispatch.send(
                    log, stream, command.commandId(), () -> dispatch.send(asked, caller, command.commandId()));
            return ThreadMark.of(
                    recorded.or(() -> log.newestOf(List.of(stream)).stream().findFirst())
                            .orElse(null));
        });
    }

    private long readUpTo(Caller caller, ConversationId conversation, long root, @Nullable Long read) {
        if (read == null) {
            return 0;
        }
        InThread place = find(caller, conversation, read).thread();
        if (place == null || place.root().sequence() != root) {
            throw Refused.forField("read", Reason.MESSAGE_UNKNOWN);
        }
        return place.number();
    }

    private SentMessage find(Caller caller, ConversationId conversation, long sequence) {
        return targets.find(caller, conversation, sequence).orElseThrow(() -> new Refused(Reason.MESSAGE_UNKNOWN));
    }
}
