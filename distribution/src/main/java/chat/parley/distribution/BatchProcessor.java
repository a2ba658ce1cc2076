package chat.parley.distribution;

import chat.parley.events.Envelope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands batches to the handler. If a store is away, it waits. Other failures are retried for some seconds, then event by
 * event; what still fails goes to the dead letters, so that its neighbours can go on.
 */
final class BatchProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(BatchProcessor.class);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2));
    private static final Duration STORE_AWAY_PAUSE = Duration.ofMillis(500);

    private final int queue;
    private final EventHandler handler;
    private final DeadLetterPublisher deadLetters;
    private final EnvelopeJson json = new EnvelopeJson();

    BatchProcessor(int queue, EventHandler handler, DeadLetterPublisher deadLetters) {
        this.queue = queue;
        this.handler = handler;
        this.deadLetters = deadLetters;
    }

    /** @param goOn whether to continue; false once the channel is gone, because the events will be delivered again */
    void handle(List<byte[]> bodies, BooleanSupplier goOn) throws IOException, InterruptedException {
        handleEvents(decode(bodies), goOn);
    }

    void handleEvents(List<Envelope> batch, BooleanSupplier goOn) throws IOException, InterruptedException {
        if (batch.isEmpty() || attempt(batch, goOn) == null) {
            return;
        }
        for (Envelope event : batch) {
            Throwable failure = attempt(List.of(event), goOn);
            if (failure != null) {
                LOG.error(
                        "dead-lettering position {} of {}",
                        event.position(),
                        event.stream().category(),
                        failure);
                setAside(DeadLetter.of(event, queue));
            }
        }
    }

    /**
     * Waits until the handler can tell that it has missed nothing. A store that is back after a crash may have forgotten what it had
     * acknowledged last, and nothing is to be stored behind such a gap.
     *
     * @throws IOException it has missed something: consuming is to start over
     */
    void awaitNothingMissed(BooleanSupplier goOn) throws IOException, InterruptedException {
        while (goOn.getAsBoolean()) {
            try {
                if (handler.hasMissed(queue)) {
                    throw new IOException(
                            "something was passed by, or forgotten by the store, that can be handled now");
                }
                return;
            } catch (StoreUnavailable e) {
                LOG.debug("the store is away, waiting for it", e);
                pause(STORE_AWAY_PAUSE);
            }
        }
    }

    private List<Envelope> decode(List<byte[]> bodies) throws IOException, InterruptedException {
        List<Envelope> batch = new ArrayList<>(bodies.size());
        for (byte[] body : bodies) {
            try {
                batch.add(json.read(body));
            } catch (RuntimeException | StackOverflowError e) {
                // The exception may quote the event, and so its content.
                DeadLetter letter = DeadLetter.unreadable(body, queue);
                LOG.error(
                        "dead-lettering an event that cannot be read ({}): {}",
                        e.getClass().getSimpleName(),
                        letter);
                setAside(letter);
            }
        }
        return batch;
    }

    private void setAside(DeadLetter letter) throws IOException, InterruptedException {
        deadLetters.publish(letter);
        handler.setAside(queue);
    }

    /** @return null on success, otherwise the failure of the last attempt */
    private @Nullable Throwable attempt(List<Envelope> batch, BooleanSupplier goOn)
            throws IOException, InterruptedException {
        Throwable failure = null;
        int tries = 0;
        while (tries <= PAUSES.size()) {
            if (!goOn.getAsBoolean()) {
                throw new IOException("the channel was closed");
            }
            try {
                handler.handle(queue, batch);
                return null;
            } catch (StoreUnavailable e) {
                LOG.warn("the store is away, waiting for it: {}", String.valueOf(e.getCause()));
                pause(STORE_AWAY_PAUSE);
                awaitNothingMissed(goOn);
            } catch (RuntimeException | Error e) {
                FatalErrors.rethrowIfFatal(e);
                failure = e;
                if (tries < PAUSES.size()) {
                    pause(PAUSES.get(tries));
                }
                tries++;
            }
        }
        return failure;
    }

    private static void pause(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }
}
