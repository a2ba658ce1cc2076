package chat.parley.command.engine;

import chat.parley.events.StreamId;
import chat.parley.log.AlreadyRecorded;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a command that may be repeated recorded, whenever that was. */
public final class FirstAttempt {

    private FirstAttempt() {}

    /**
     * @param attempt dispatches the command under this id
     * @return what this attempt or an earlier one recorded; nothing where none ever found anything new in the command
     */
    public static Optional<StoredEvent> of(
            EventLog log, StreamId stream, CommandId id, Supplier<List<StoredEvent>> attempt) {
        try {
            List<StoredEvent> recorded = attempt.get();
            return recorded.isEmpty() ? log.findByCommand(stream, id) : Optional.of(recorded.getFirst());
        } catch (AlreadyRecorded longAgo) {
            return log.findByCommand(stream, id);
        }
    }
}
