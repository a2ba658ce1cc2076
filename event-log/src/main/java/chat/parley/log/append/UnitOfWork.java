package chat.parley.log.append;

import chat.parley.events.EventId;
import chat.parley.events.LogId;
import chat.parley.events.StreamId;
import chat.parley.log.AlreadyRecorded;
import chat.parley.log.CommandId;
import chat.parley.log.NewEvent;
import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import chat.parley.log.row.EventCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Consecutive events of one stream that are recorded together or not at all. */
record UnitOfWork(StreamId stream, long firstSequence, List<EncodedEvent> events) {

    /**
     * Splits events into units, one for each run of events of the same stream.
     *
     * @throws SequenceConflict an event does not follow the one before it in its stream
     */
    static List<UnitOfWork> of(List<NewEvent> events, EventCodec codec) {
        List<UnitOfWork> units = new ArrayList<>(1);
        UnitOfWork current = null;
        for (NewEvent event : events) {
            StreamId stream = event.event().stream();
            if (current == null || !current.stream.equals(stream)) {
                current = new UnitOfWork(stream, event.sequence(), new ArrayList<>(events.size()));
                units.add(current);
            }
            if (event.sequence() != current.nextSequence()) {
                throw new SequenceConflict();
            }
            current.events.add(EncodedEvent.of(event, codec));
        }
        return units;
    }

    long nextSequence() {
        return firstSequence + events.size();
    }

    EventId firstId() {
        return events.getFirst().fresh().id();
    }

    int bytes() {
        int bytes = 0;
        for (EncodedEvent event : events) {
            bytes += event.bytes();
        }
        return bytes;
    }

    @Nullable
    CommandId firstCommand() {
        for (EncodedEvent event : events) {
            if (event.fresh().command() != null) {
                return event.fresh().command();
            }
        }
        return null;
    }

    Outcome.Recorded recorded(LogId log, long firstPosition, Instant recorded) {
        List<StoredEvent> stored = new ArrayList<>(events.size());
        for (EncodedEvent event : events) {
            stored.add(event.stored(log, stream, firstPosition + stored.size(), recorded));
        }
        return new Outcome.Recorded(List.copyOf(stored));
    }

    Outcome.Failed alreadyRecorded() {
        CommandId command = firstCommand();
        return new Outcome.Failed(command == null ? new SequenceConflict() : new AlreadyRecorded(stream, command));
    }
}
