package chat.parley.log.append;

import chat.parley.log.LogUnavailable;
import chat.parley.log.StoredEvent;
import chat.parley.log.signal.CommitNotifier;
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
 * little longer for more units ({@link BatchLinger}). A caller who is alone writes in its own thread, which saves the
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
    private static final Duration LOAD_LASTS = Duration.ofMillis(10);

    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration WATCH = Duration.ofMillis(250);

    private final BatchWriter writer;
    private final CommitNotifier commits;
    private final WriterMeters meters;
    private final BlockingQueue<QueuedAppend> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ArrayDeque<QueuedAppend> backlog = new ArrayDeque<>();
    private final Set<QueuedAppend> awaited = ConcurrentHashMap.newKeySet();

    /** Held by the thread that writes. It guards the backlog, the linger, and taking from the queue. */
    private final ReentrantLock writing = new ReentrantLock();

    private final BatchLinger linger = new BatchLinger();

    private final Thread thread;
    private final Thread watch;
    /** When the last batch of several units was written. */
    private volatile long lastSharedBatch = System.nanoTime() - LOAD_LASTS.toNanos();

    private volatile boolean idle;
    private volatile boolean closing;
    private volatile boolean ended;

    /** @param commits learns of durable events in the order of positions, before the callers are answered */
    GroupCommit(BatchWriter writer, CommitNotifier commits, WriterMeters meters) {
        this.writer = writer;
        this.commits = commits;
        this.meters = meters;
        this.thread = Thread.ofPlatform().name("log-writer").daemon().unstarted(this::writeUntilClosed);
        this.watch = Thread.ofVirtual().name("log-writer-watch").unstarted(this::watchUntilEnded);
    }

    void start() {
        thread.start();
        watch.start();
    }

    /** Returns once the unit is queued. Units are written in the order of these calls. */
    QueuedAppend begin(UnitOfWork unit, @Nullable QueuedAppend after) {
        if (closing) {
            throw LogUnavailable.notRecorded("the log is closing", null);
        }
        QueuedAppend waiting = new QueuedAppend(unit, after, this);
        enqueue(waiting);
        if (ended && queue.remove(waiting)) {
            throw LogUnavailable.notRecorded("the log is closed", null);
        }
        return waiting;
    }

    /** A caller waits for this unit: makes sure that it is written soon. */
    void awaited(QueuedAppend unit) {
        if (!writeAlone(unit)) {
            awaited.add(unit);
            if (idle) {
                LockSupport.unpark(thread);
            }
        }
    }

    /** An interrupted thread does not write, because the interrupt would break its connection. */
    private boolean writeAlone(QueuedAppend unit) {
        if (isUnderLoad() || !writer.isHealthy() || Thread.currentThread().isInterrupted() || !writing.tryLock()) {
            return false;
        }
        try {
            if (!backlog.isEmpty() || queue.size() != 1 || !queue.remove(unit)) {
                return false;
            }
            write(claimed(List.of(unit)));
            return true;
        } finally {
            writing.unlock();
        }
    }

    private boolean isUnderLoad() {
        return System.nanoTime() - lastSharedBatch < LOAD_LASTS.toNanos();
    }

    private void watchUntilEnded() {
        while (thread.isAlive() || writing.isLocked()) {
            LockSupport.parkNanos(WATCH.toNanos());
            try {
                awaited.forEach(QueuedAppend::failAfterTimeout);
                awaited.removeIf(QueuedAppend::isDecided);
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

    private void enqueue(QueuedAppend waiting) {
        try {
            if (!queue.offer(waiting, QueuedAppend.TIMEOUT.toNanos(), TimeUnit.NANOSECONDS)) {
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
                    commits.dropStale();
                    pause();
                }
            } catch (RuntimeException | Error e) {
                LOG.error("the log's writer failed and goes on", e);
                LockSupport.parkNanos(this, IDLE.toNanos());
            }
        }
        ended = true;
        writing.lock();
        try {
            queue.drainTo(backlog);
            Outcome closed = new Outcome.Failed(LogUnavailable.notRecorded("the log is closed", null));
            backlog.forEach(waiting -> waiting.complete(closed));
            writer.close();
        } finally {
            writing.unlock();
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
        writing.lock();
        try {
            awaitMore();
            write(gather());
        } finally {
            writing.unlock();
        }
    }

    private void awaitMore() {
        while (!closing && linger.continues(backlog.size() + queue.size(), System.nanoTime())) {
            LockSupport.parkNanos(this, BatchLinger.STEP.toNanos());
        }
    }

    private List<QueuedAppend> gather() {
        if (backlog.size() < Batch.MOST_UNITS) {
            queue.drainTo(backlog, Batch.MOST_UNITS);
        }
        Batch batch = new Batch();
        Iterator<QueuedAppend> waiting = backlog.iterator();
        while (waiting.hasNext() && !batch.isFull()) {
            if (batch.takes(waiting.next())) {
                waiting.remove();
            }
        }
        return claimed(batch.units());
    }

    /** Drops units whose caller gave up. Units that build on a dropped one come later in the batch and fail too. */
    private static List<QueuedAppend> claimed(List<QueuedAppend> batch) {
        List<QueuedAppend> claimed = new ArrayList<>(batch.size());
        for (QueuedAppend unit : batch) {
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

    private void write(List<QueuedAppend> batch) {
        if (batch.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        linger.begins(batch.size(), now);
        if (batch.size() > 1) {
            lastSharedBatch = now;
        }
        List<UnitOfWork> units = new ArrayList<>(batch.size());
        batch.forEach(waiting -> units.add(waiting.unit()));
        List<Outcome> outcomes;
        try {
            outcomes = writer.write(units);
            meters.written(batch.size(), System.nanoTime() - now);
            announce(outcomes);
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

    private void announce(List<Outcome> outcomes) {
        List<StoredEvent> durable = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Recorded(var events)) {
                durable.addAll(events);
            }
        }
        if (!durable.isEmpty()) {
            // A unit that was written again comes after those that were not.
            durable.sort(Comparator.comparingLong(StoredEvent::position));
            commits.committed(durable);
        }
    }

    /** Accepts no more units, records those that wait, and ends. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            if (!thread.join(QueuedAppend.TIMEOUT)) {
                LOG.warn("the log's writer did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
