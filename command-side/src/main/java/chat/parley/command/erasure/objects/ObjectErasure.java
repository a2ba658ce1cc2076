package chat.parley.command.erasure.objects;

import chat.parley.log.erasure.Erasure;
import chat.parley.log.erasure.Erasures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Deletes the objects of erased people. Works from the table of erasures, so it continues after a restart, and retries until
 * the store has deleted them. Several instances may do the same work twice.
 */
@Component
public class ObjectErasure implements SmartLifecycle {

    /** The part it reports. */
    public static final String PART = "objects";

    private static final Logger LOG = LoggerFactory.getLogger(ObjectErasure.class);
    private static final int PAGE = 1_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Erasures erasures;
    private final Objects objects;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean running;
    private Thread worker = Thread.ofVirtual().unstarted(() -> {});

    ObjectErasure(Erasures erasures, Objects objects) {
        this.erasures = erasures;
        this.objects = objects;
    }

    /** Looks at the table of erasures now. */
    public void wake() {
        wakes.release();
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("object-erasure").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        worker.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        Duration pause = LONGEST;
        while (running) {
            boolean done = deleteThoseWaiting();
            pause = done ? LONGEST : longerThan(pause);
            try {
                if (wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakes.drainPermits();
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private static Duration longerThan(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return pause.equals(LONGEST) ? SHORTEST : doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /** @return whether all waiting erasures are done */
    private boolean deleteThoseWaiting() {
        try {
            List<Erasure> waiting = erasures.waitingFor(PART, PAGE);
            return waiting.stream().filter(this::delete).count() == waiting.size() && waiting.size() < PAGE;
        } catch (RuntimeException e) {
            LOG.warn("Which objects are to be deleted cannot be read: {}", e.toString());
            return false;
        }
    }

    /** A failure does not hold up the erasures of others. */
    private boolean delete(Erasure erasure) {
        try {
            objects.deleteAllOf(erasure.account());
            erasures.forgotten(erasure.account(), PART);
            return true;
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("The objects of erasure {} cannot be deleted, trying again: {}", erasure.id(), e.toString());
            }
            return false;
        }
    }
}
