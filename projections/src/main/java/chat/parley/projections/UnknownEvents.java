package chat.parley.projections;

import chat.parley.events.Envelope;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.views.Checkpoint;
import java.util.Optional;

/** Finds the unknown event before which a queue's checkpoint was left. */
final class UnknownEvents {

    private UnknownEvents() {}

    /** The event, if it is unknown here too; empty if the checkpoint is not held back. */
    static Optional<Envelope> stoppingHere(View view, int queue, EventLog log) {
        return next(view, queue, log).filter(event -> stops(view, queue, event));
    }

    /** Whether the checkpoint is held back by an event that is known here. */
    static boolean isPassable(View view, int queue, EventLog log) {
        return next(view, queue, log)
                .filter(event -> !stops(view, queue, event))
                .isPresent();
    }

    private static Optional<Envelope> next(View view, int queue, EventLog log) {
        Checkpoint checkpoint = view.checkpoint(queue);
        return checkpoint.isWhole()
                ? Optional.empty()
                : log.at(checkpoint.position() + 1).map(StoredEvent::envelope);
    }

    private static boolean stops(View view, int queue, Envelope event) {
        return view.group().brings(queue, event) && view.lacks(event);
    }
}
