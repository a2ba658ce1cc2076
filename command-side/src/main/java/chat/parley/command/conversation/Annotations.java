package chat.parley.command.conversation;

import chat.parley.access.Caller;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Refused;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Records what members say about messages: once for each request, and nothing between two people of whom one blocks the other. */
@Component
public final class Annotations {

    private final CommandDispatch dispatch;
    private final BlockedConversations blocked;
    private final EventLog log;
    private final Clock clock;

    Annotations(CommandDispatch dispatch, BlockedConversations blocked, EventLog log, ObjectProvider<Clock> clock) {
        this.dispatch = dispatch;
        this.blocked = blocked;
        this.log = log;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /**
     * @param annotation is made anew for each attempt, from the earlier annotations as they are by then
     * @return the event that this or an earlier attempt recorded; empty if nothing had to change
     * @throws Refused as the annotation is, and as {@link BlockedConversations#say} does
     */
    public Optional<StoredEvent> record(
            Caller caller,
            ConversationId conversation,
            CommandId id,
            Supplier<? extends MessageAnnotation> annotation) {
        return IdempotentDispatch.send(
                log,
                StreamId.conversation(conversation),
                id,
                () -> blocked.say(
                        caller,
                        conversation,
                        () -> dispatch.sendRebuilding(
                                () -> new AnnotateMessage(annotation.get(), clock.instant()), caller, id)));
    }
}
