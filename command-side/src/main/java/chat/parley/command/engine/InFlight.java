package chat.parley.command.engine;

import chat.parley.log.Appending;
import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/** Events of an aggregate that were decided and may not be durable yet. */
record InFlight(Pipeline pipeline, String aggregate, Appending appending, Timer.Sample since) {

    /** For the command that decided them. */
    List<StoredEvent> awaitOwn() {
        List<StoredEvent> recorded = await();
        pipeline.measure(since);
        return recorded;
    }

    /**
     * For a command that saw them.
     *
     * @throws SequenceConflict where they came to nothing, and its decision with them
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
            pipeline.durable(this);
            return recorded;
        } catch (RuntimeException e) {
            pipeline.failed(this);
            throw e;
        }
    }
}
