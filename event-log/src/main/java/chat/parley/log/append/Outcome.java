package chat.parley.log.append;

import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import java.util.List;

/** The result of appending a unit of work. */
sealed interface Outcome {

    record Recorded(List<StoredEvent> events) implements Outcome {}

    record Failed(RuntimeException reason) implements Outcome {}

    static Failed conflict() {
        return new Failed(new SequenceConflict());
    }

    default List<StoredEvent> orThrow() {
        return switch (this) {
            case Recorded(var events) -> events;
            case Failed(var reason) -> throw reason;
        };
    }
}
