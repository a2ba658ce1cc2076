package chat.parley.command.engine;

import chat.parley.log.PendingAppend;
import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/** Decided events of an aggregate that may not be durable yet. */
record EventsInFlight(PipelinedAggregateLocks pipeline, String aggregate, PendingAppend appending, Timer.Sample since) {

    /** Waits on behalf of the command that decided them. */
    List<StoredEvent> awaitOwn() {
        List<StoredEvent> recorded = await();
        pipeline.measure(since);
        return recorded;
    }

    /**
     * Waits on behalf of a later command whose decision was based on them.
     *
     * @throws SequenceConflict the append failed, so that decision is invalid
     */
    void awaitSeen() {
        try {
            await();
        } catch (RuntimeException _) {
            throw new SequenceConflict();
        }
    }

    private List<StoredEvent> await() {
        try {
            List<StoredEvent> recorded = appending.await();
            pipeline.done(this);
            return recorded;
        } catch (RuntimeException e) {
            pipeline.failed(this);
            throw e;
        }
    }
}
