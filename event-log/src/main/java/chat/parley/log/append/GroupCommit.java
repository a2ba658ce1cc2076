package chat.parley.log.append;

import chat.parley.log.LogUnavailable;
import chat.parley.log.StoredEvent;
import chat.parley.log.signal.Appended;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes all appends of this process, one batch at a time. While a batch commits, the next one fills; under load it waits a
 * little longer for more units ({@link Gathering}). A caller who is alone writes in its own thread, which saves the
 * hand-over; otherwise the writer thread does. One more thread watches all time-outs.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** About as many as the log records in a second. Further callers wait for room in the queue. */
    private static final int MOST_WAITING = 8_192;

    /**
     * For this long after a shared batch, callers leave the writing to the writer thread: it comes for the next batch
     * anyway.
     */
    private static final Duration CROWDED = Duration.ofMillis(10);

    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration WATCH = Duration.ofMillis(250);

    private final BatchWriter writer;
    private final Appended appended;
    private final WriterMeters meters;
    private final BlockingQueue<WaitingUnit> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ArrayDeque<WaitingUnit> backlog = new ArrayDeque<>();
    private final Set<WaitingUnit> awaited = ConcurrentHashMap.newKeySet();

    /** Held by the thread that writes. It guards the backlog, the linger, and taking from the queue. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Gathering gathering = new Gathering();

    private final Thread thread;
    private final Thread watch;
    /** When the last batch of several units was written. */
    private volatile long shared = System.nanoTime() - CROWDED.toNanos();

    private volatile boolean idle;
    private volatile boolean closing;
    private volatile boolean ended;

    /** @param appended learns of durable events in the order of positions, before the callers are answered */
    GroupCommit(BatchWriter writer, Appended appended, WriterMeters meters) {
        this.writer = writer;
        this.appended = appended;
        this.meters = meters;
        this.thread = Thread.ofPlatform().name("log-writer").daemon().unstarted(this::writeUntilClosed);
        this.watch = Thread.ofVirtual().name("log-writer-watch").unstarted(this::watchUntilEnded);
    }

    void start() {
        thread.start();
        watch.start();
    }

    /** Returns once the unit is queued. Units are written in the order of these calls. */
    WaitingUnit begin(UnitOfWork unit, @Nullable WaitingUnit after) {
        if (closing) {
            throw LogUnavailable.notRecorded("the log is closing", null);
        }
        WaitingUnit waiting = new WaitingUnit(unit, after, this);
        enqueue(waiting);
        if (ended && queue.remove(waiting)) {
            throw LogUnavailable.notRecorded("the log is closed", null);
        }
        return waiting;
    }

    /** A caller waits for this unit: makes sure that it is written soon. */
    void awaited(WaitingUnit unit) {
        if (!writtenAlone(unit)) {
            awaited.add(unit);
            if (idle) {
                LockSupport.unpark(thread);
            }
        }
    }

    /** An interrupted thread does not write, because the interrupt would break its connection. */
    private boolean writtenAlone(WaitingUnit unit) {
        if (isCrowded() || !writer.isWell() || Thread.currentThread().isInterrupted() || !turn.tryLock()) {
            return false;
        }
        try {
            if (!backlog.isEmpty() || queue.size() != 1 || !queue.remove(unit)) {
                return false;
            }
            write(claimed(List.of(unit)));
            return true;
        } finally {
            turn.unlock();
        }
    }

    private boolean isCrowded() {
        return System.nanoTime() - shared < CROWDED.toNanos();
    }

    private void watchUntilEnded() {
        while (thread.isAlive() || turn.isLocked()) {
            LockSupport.parkNanos(WATCH.toNanos());
            try {
                awaited.forEach(WaitingUnit::giveUpAfterPatience);
                awaited.removeIf(WaitingUnit::isDecided);
                writer.breakIfStuck();
            } catch (RuntimeException | Error e) {
                LOG.error("the watch over the log's writer failed and goes on", e);
            }
        }
    }

    /** Whether what is begun will be written, and given up where it cannot be. */
    boolean isRunning() {
        return thread.isAlive() && watch.isAlive();
    }

    int waiting() {
        return queue.size();
    }

    private void enqueue(WaitingUnit waiting) {
        try {
            if (!queue.offer(waiting, WaitingUnit.PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw LogUnavailable.notRecorded("too many wait already", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LogUnavailable.notRecorded("interrupted", e);
        }
    }

    private void writeUntilClosed() {
        while (!closing || hasWork()) {
            try {
                if (hasWork()) {
                    writeGathered();
                } else {
                    appended.dropStale();
                    pause();
                }
            } catch (RuntimeException | Error e) {
                LOG.error("the log's writer failed and goes on", e);
                LockSupport.parkNanos(this, IDLE.toNanos());
            }
        }
        ended = true;
        turn.lock();
        try {
            queue.drainTo(backlog);
            Outcome closed = new Outcome.Failed(LogUnavailable.notRecorded("the log is closed", null));
            backlog.forEach(waiting -> waiting.complete(closed));
            writer.close();
        } finally {
            turn.unlock();
        }
    }

    private boolean hasWork() {
        return !queue.isEmpty() || !backlog.isEmpty();
    }

    /** A unit that no caller waits for is written at the latest after this pause. */
    private void pause() {
        idle = true;
        if (!closing && !hasWork()) {
            LockSupport.parkNanos(this, IDLE.toNanos());
        }
        idle = false;
    }

    private void writeGathered() {
        turn.lock();
        try {
            awaitMore();
            write(gather());
        } finally {
            turn.unlock();
        }
    }

    private void awaitMore() {
        while (!closing && gathering.goesOn(backlog.size() + queue.size(), System.nanoTime())) {
            LockSupport.parkNanos(this, Gathering.STEP.toNanos());
        }
    }

    private List<WaitingUnit> gather() {
        if (backlog.size() < Batch.MOST_UNITS) {
            queue.drainTo(backlog, Batch.MOST_UNITS);
        }
        Batch batch = new Batch();
        Iterator<WaitingUnit> waiting = backlog.iterator();
        while (waiting.hasNext() && !batch.isFull()) {
            if (batch.takes(waiting.next())) {
                waiting.remove();
            }
        }
        return claimed(batch.units());
    }

    /** Drops units whose caller gave up. Units that build on a dropped one come later in the batch and fail too. */
    private static List<WaitingUnit> claimed(List<WaitingUnit> batch) {
        List<WaitingUnit> claimed = new ArrayList<>(batch.size());
        for (WaitingUnit unit : batch) {
            if (unit.claim()) {
                if (unit.buildsOnFailure()) {
                    unit.complete(Outcome.conflict());
                } else {
                    claimed.add(unit);
                }
            }
        }
        return claimed;
    }

    private void write(List<WaitingUnit> batch) {
        if (batch.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        gathering.begins(batch.size(), now);
        if (batch.size() > 1) {
            shared = now;
        }
        List<UnitOfWork> units = new ArrayList<>(batch.size());
        batch.forEach(waiting -> units.add(waiting.unit()));
        List<Outcome> outcomes;
        try {
            outcomes = writer.write(units);
            meters.written(batch.size(), System.nanoTime() - now);
            tell(outcomes);
        } catch (RuntimeException | Error e) {
            LOG.error("the log's writer failed", e);
            Outcome failed = new Outcome.Failed(LogUnavailable.unknown(e));
            batch.forEach(waiting -> waiting.complete(failed));
            return;
        }
        for (int index = 0; index < batch.size(); index++) {
            batch.get(index).complete(outcomes.get(index));
        }
    }

    private void tell(List<Outcome> outcomes) {
        List<StoredEvent> durable = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Recorded(var events)) {
                durable.addAll(events);
            }
        }
        if (!durable.isEmpty()) {
            // A unit that was written again comes after those that were not.
            durable.sort(Comparator.comparingLong(StoredEvent::position));
            appended.tell(durable);
        }
    }

    /** Accepts no more units, records those that wait, and ends. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            if (!thread.join(WaitingUnit.PATIENCE)) {
                LOG.warn("the log's writer did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
