package chat.parley.command.conversation;

import chat.parley.access.Caller;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.log.read.StreamQueries;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Sends changes of groups: each once, however often it is asked for. */
@Component
public final class GroupChanges {

    /**
     * A group is as was asked for.
     *
     * @param position of an event in the log by which it is so
     */
    public record GroupChanged(ConversationId conversation, long position) {}

    private final IdempotentCommands commands;
    private final CommandDispatch dispatch;
    private final Memberships memberships;
    private final StreamQueries streams;
    private final EventLog log;

    GroupChanges(
            IdempotentCommands commands,
            CommandDispatch dispatch,
            Memberships memberships,
            StreamQueries streams,
            EventLog log) {
        this.commands = commands;
        this.dispatch = dispatch;
        this.memberships = memberships;
        this.streams = streams;
        this.log = log;
    }

    /** Sends a change that was asked for over HTTP, whose repeats are answered as the first was. */
    public GroupChanged once(CommandKey command, Caller caller, Supplier<? extends GroupChange> change) {
        return commands.once(command, GroupChanged.class, () -> send(change.get(), caller, command.commandId()));
    }

    /**
     * Strangers are refused before the conversation is loaded, so that the time it takes does not reveal whether it exists.
     *
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, {@link Reason#NOT_A_GROUP}, {@link Reason#GROUP_CLOSED}, {@link Reason#CONFLICT}, and
     *     as the change does
     */
    public GroupChanged send(GroupChange change, Caller caller, CommandId id) {
        ConversationId group = change.conversation();
        if (memberships.of(group, caller.user()).all().isEmpty()) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        StreamId stream = StreamId.conversation(group);
        return new GroupChanged(
                group,
                recorded(change, stream, caller, id).map(StoredEvent::position).orElseGet(() -> newest(stream)));
    }

    /** Who once did it and may not any more is answered what the first attempt was. */
    private Optional<StoredEvent> recorded(GroupChange change, StreamId stream, Caller caller, CommandId id) {
        try {
            return IdempotentDispatch.send(log, stream, id, () -> dispatch.send(new ChangeGroup(change), caller, id));
        } catch (Refused refused) {
            Optional<StoredEvent> before = log.findByCommand(stream, id);
            if (before.isEmpty()) {
                throw refused;
            }
            return before;
        }
    }

    private long newest(StreamId stream) {
        StreamQueries.Place place = streams.newestOf(List.of(stream)).get(stream);
        return place == null ? 0 : place.position();
    }
}
