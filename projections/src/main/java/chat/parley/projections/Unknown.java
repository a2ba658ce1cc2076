package chat.parley.projections;

import chat.parley.events.Envelope;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.views.Checkpoint;
import java.util.Optional;

/** Looks before which event a queue's checkpoint was left, because the event was not known to whoever handled it. */
final class Unknown {

    private Unknown() {}

    /** The event, where it is not known here either; nothing where the view lacks none. */
    static Optional<Envelope> stoppingHere(View view, int queue, EventLog log) {
        return next(view, queue, log).filter(event -> stops(view, queue, event));
    }

    /** Whether the checkpoint was left behind, and there is no reason for it here. */
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
