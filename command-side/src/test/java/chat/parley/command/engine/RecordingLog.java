package chat.parley.command.engine;

import chat.parley.events.Envelope;
import chat.parley.events.LogId;
import chat.parley.events.StreamId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.NewEvent;
import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A log in memory that counts what is asked of it, and conflicts as often as a test wishes. */
final class RecordingLog implements EventLog {

    final List<StoredEvent> events = new CopyOnWriteArrayList<>();
    final List<List<NewEvent>> appended = new ArrayList<>();
    int reads;
    int rowsRead;
    int conflicts;

    @Override
    public LogId id() {
        return new LogId(new UUID(0, 1));
    }

    @Override
    public List<StoredEvent> append(List<NewEvent> unitOfWork) {
        appended.add(unitOfWork);
        if (conflicts > 0) {
            conflicts--;
            throw new SequenceConflict();
        }
        List<StoredEvent> stored = new ArrayList<>();
        for (NewEvent event : unitOfWork) {
            stored.add(stored(event, events.size() + stored.size() + 1L));
        }
        events.addAll(stored);
        return stored;
    }

    private StoredEvent stored(NewEvent event, long position) {
        Envelope envelope = new Envelope(
                event.id(), id(), event.event().stream(), Instant.EPOCH, position, event.sequence(), event.event());
        return new StoredEvent(envelope, event.command());
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit) {
        reads++;
        List<StoredEvent> page = events.stream()
                .filter(event -> event.envelope().stream().equals(stream))
                .filter(event -> event.sequence() >= fromSequence)
                .limit(limit)
                .toList();
        rowsRead += page.size();
        return page;
    }

    @Override
    public List<StoredEvent> readStreamBackwards(StreamId stream, long beforeSequence, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<StoredEvent> findByCommand(StreamId stream, CommandId command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredEvent> readAfter(long position, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<StoredEvent> at(long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long head() {
        return events.size();
    }

    @Override
    public List<StoredEvent> newestOf(Collection<StreamId> streams) {
        return events.stream()
                .collect(Collectors.toMap(event -> event.envelope().stream(), event -> event, (_, later) -> later))
                .entrySet()
                .stream()
                .filter(each -> streams.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
