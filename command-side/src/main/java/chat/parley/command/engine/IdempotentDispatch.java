package chat.parley.command.engine;

import chat.parley.events.StreamId;
import chat.parley.log.AlreadyRecorded;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends a command that may be repeated, and returns the event of its first attempt. */
public final class IdempotentDispatch {

    private IdempotentDispatch() {}

    /**
     * @param attempt dispatches the command with this id
     * @return the first event that this or an earlier attempt recorded; empty if the command never changed anything
     */
    public static Optional<StoredEvent> send(
            EventLog log, StreamId stream, CommandId id, Supplier<List<StoredEvent>> attempt) {
        try {
            List<StoredEvent> recorded = attempt.get();
            return recorded.isEmpty() ? log.findByCommand(stream, id) : Optional.of(recorded.getFirst());
        } catch (AlreadyRecorded longAgo) {
            return log.findByCommand(stream, id);
        }
    }
}
