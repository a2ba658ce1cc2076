package chat.parley.command.engine;

import chat.parley.events.LogId;
import chat.parley.events.StreamId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.NewEvent;
import chat.parley.log.StoredEvent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Another log, for tests that change one thing about it. */
abstract class ForwardingLog implements EventLog {

    private final EventLog log;

    ForwardingLog(EventLog log) {
        this.log = log;
    }

    @Override
    public LogId id() {
        return log.id();
    }

    @Override
    public List<StoredEvent> append(List<NewEvent> unitOfWork) {
        return log.append(unitOfWork);
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit) {
        return log.readStream(stream, fromSequence, limit);
    }

    @Override
    public List<StoredEvent> readStreamBackwards(StreamId stream, long beforeSequence, int limit) {
        return log.readStreamBackwards(stream, beforeSequence, limit);
    }

    @Override
    public Optional<StoredEvent> findByCommand(StreamId stream, CommandId command) {
        return log.findByCommand(stream, command);
    }

    @Override
    public List<StoredEvent> readAfter(long position, int limit) {
        return log.readAfter(position, limit);
    }

    @Override
    public Optional<StoredEvent> at(long position) {
        return log.at(position);
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public List<StoredEvent> newestOf(Collection<StreamId> streams) {
        return log.newestOf(streams);
    }
}
