package chat.parley.command.erasure.objects;

import chat.parley.distribution.Supervised;
import chat.parley.distribution.Supervising;
import chat.parley.log.erasure.Erasure;
import chat.parley.log.erasure.Erasures;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Deletes the objects of erased people. Works from the table of erasures, so it continues after a restart, and retries until
 * the store has deleted them. Several instances may do the same work twice.
 */
@Component
public class ObjectEraser implements SmartLifecycle, Supervising {

    /** The part it reports. */
    public static final String PART = "objects";

    private static final Logger LOG = LoggerFactory.getLogger(ObjectEraser.class);
    private static final int PAGE = 1_000;
    private static final long LOOK_EVERY_MS = Duration.ofMinutes(1).toMillis();
    private static final BackOff PAUSES = pauses();

    private final Erasures erasures;
    private final PersonsObjects objects;
    private final Semaphore wakes = new Semaphore(0);
    private volatile @Nullable Supervised worker;

    ObjectEraser(Erasures erasures, PersonsObjects objects) {
        this.erasures = erasures;
        this.objects = objects;
    }

    /** Looks at the table of erasures now. */
    public void wake() {
        wakes.release();
    }

    @Override
    public void start() {
        worker = Supervised.start("object erasure", this::work);
    }

    @Override
    public void stop() {
        Supervised working = worker;
        worker = null;
        if (working != null) {
            working.close();
        }
    }

    @Override
    public Collection<Supervised> supervised() {
        Supervised working = worker;
        return working == null ? List.of() : List.of(working);
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void work() throws InterruptedException {
        BackOffExecution pauses = PAUSES.start();
        while (true) {
            long pause = LOOK_EVERY_MS;
            if (deleteThoseWaiting()) {
                pauses = PAUSES.start();
            } else {
                pause = pauses.nextBackOff();
            }
            if (wakes.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        }
    }

    private static BackOff pauses() {
        ExponentialBackOff twice = new ExponentialBackOff(1_000, 2);
        twice.setMaxInterval(LOOK_EVERY_MS);
        return twice;
    }

    /** @return whether all waiting erasures are done */
    private boolean deleteThoseWaiting() {
        List<Erasure> waiting = erasures.waitingFor(PART, PAGE);
        return waiting.stream().filter(this::delete).count() == waiting.size() && waiting.size() < PAGE;
    }

    /**
     * What can still be put keeps the erasure open, so that nothing remains of it. A failure does not hold up the erasures of others.
     */
    private boolean delete(Erasure erasure) {
        try {
            if (!objects.deleteAllOf(erasure.account())) {
                return false;
            }
            erasures.forgotten(erasure.account(), PART);
            return true;
        } catch (RuntimeException e) {
            if (isRunning()) {
                LOG.warn("The objects of erasure {} cannot be deleted, trying again: {}", erasure.id(), e.toString());
            }
            return false;
        }
    }
}
