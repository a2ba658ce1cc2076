package chat.parley.command.engine;

import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.NewEvent;
import chat.parley.log.PendingAppend;
import chat.parley.log.SequenceConflict;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Locks an aggregate for one command at a time, and lets the next command decide as soon as the events of the one before are
 * queued in the log. So commands of one aggregate share commits instead of waiting for one each.
 *
 * <p>If an append fails, every decision based on it fails too, and no command is answered before everything its answer is
 * based on is durable, see {@link PendingDurability}. A command that records nothing cannot meet a conflict, so if its aggregate
 * came from the cache, the log is asked whether that was up to date. A command in a transaction keeps the aggregate locked
 * until the transaction ends.
 */
final class PipelinedAggregateLocks implements LockFactory {

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    private final EventLog log;
    private final Cache cache;
    private final Timer appends;
    private final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();

    /** An aggregate with a command at work or events in flight. Its fields change only within operations of the map. */
    private static final class Entry {
        private final ReentrantLock lock = new ReentrantLock();
        private int users;
        private volatile @Nullable EventsInFlight newest;
    }

    PipelinedAggregateLocks(EventLog log, Cache cache, Timer appends) {
        this.log = log;
        this.cache = cache;
        this.appends = appends;
    }

    @Override
    public Lock obtainLock(String aggregate) {
        Entry entry = enter(aggregate);
        boolean cached = cache.containsKey(aggregate);
        if (transactional() || !cached) {
            awaitEventsInFlight(entry);
        }
        return new AggregateLock(aggregate, entry, cached);
    }

    private Entry enter(String aggregate) {
        Entry entry = entries.compute(aggregate, (_, known) -> {
            Entry entered = known == null ? new Entry() : known;
            entered.users++;
            return entered;
        });
        try {
            if (entry.lock.tryLock(LOCK_TIMEOUT.toNanos(), TimeUnit.NANOSECONDS)) {
                return entry;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        leave(aggregate);
        throw new AggregateLockTimeout();
    }

    private void leave(String aggregate) {
        entries.computeIfPresent(aggregate, (_, entry) -> {
            entry.users--;
            return entry.users == 0 && entry.newest == null ? null : entry;
        });
    }

    /** A command that loads the aggregate from the log must find all events there. */
    private void awaitEventsInFlight(Entry entry) {
        EventsInFlight newest = entry.newest;
        if (newest != null) {
            try {
                newest.appending().await();
            } catch (RuntimeException _) {
                cache.remove(newest.aggregate());
            }
            done(newest);
        }
    }

    /** To be called by the thread that holds the lock. */
    void begin(String aggregate, List<NewEvent> unitOfWork) {
        Entry entry = entries.get(aggregate);
        if (entry == null || !entry.lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("this thread does not hold the aggregate's lock");
        }
        Timer.Sample since = Timer.start();
        EventsInFlight before = entry.newest;
        PendingAppend begun = log.begin(unitOfWork, before == null ? null : before.appending());
        EventsInFlight events = new EventsInFlight(this, aggregate, begun, since);
        entries.computeIfPresent(aggregate, (_, same) -> {
            same.newest = events;
            return same;
        });
        PendingDurability.CURRENT.get().recorded(events);
    }

    void measure(Timer.Sample since) {
        since.stop(appends);
    }

    /** Removes the aggregate from the cache under its lock, so that the next command loads it from the log. */
    void failed(EventsInFlight events) {
        String aggregate = events.aggregate();
        Entry entry = enter(aggregate);
        cache.remove(aggregate);
        done(events);
        entry.lock.unlock();
        leave(aggregate);
    }

    /** The events are durable, or never will be. */
    void done(EventsInFlight events) {
        entries.computeIfPresent(events.aggregate(), (_, entry) -> {
            if (events.equals(entry.newest)) {
                entry.newest = null;
            }
            return entry.users == 0 && entry.newest == null ? null : entry;
        });
    }

    /** The number of aggregates with a command at work or events in flight. */
    int size() {
        return entries.size();
    }

    private boolean isOvertaken(String aggregate, long version) {
        return log.newestOf(List.of(StreamId.of(aggregate))).stream().anyMatch(event -> event.sequence() > version);
    }

    private static boolean transactional() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    private final class AggregateLock implements Lock {

        private final String aggregate;
        private final Entry entry;
        private final boolean cached;

        private AggregateLock(String aggregate, Entry entry, boolean cached) {
            this.aggregate = aggregate;
            this.entry = entry;
            this.cached = cached;
        }

        @Override
        public boolean isHeld() {
            return entry.lock.isHeldByCurrentThread();
        }

        @Override
        public void release() {
            PendingDurability receipt = PendingDurability.CURRENT.get();
            EventsInFlight newest = entry.newest;
            if (newest != null) {
                receipt.saw(newest);
            }
            if (cached && receipt.isEmpty()) {
                requireNewest(receipt);
            }
            if (transactional()) {
                TransactionSynchronizationManager.registerSynchronization(new UnlockAfterTransaction());
            } else {
                end();
            }
        }

        private void requireNewest(PendingDurability receipt) {
            try {
                Long version = AggregateCache.versionIn(cache, aggregate);
                if (version != null && isOvertaken(aggregate, version)) {
                    throw new SequenceConflict();
                }
            } catch (RuntimeException e) {
                cache.remove(aggregate);
                receipt.outdated(e);
            }
        }

        private void end() {
            entry.lock.unlock();
            leave(aggregate);
        }

        private final class UnlockAfterTransaction implements TransactionSynchronization {

            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    cache.remove(aggregate);
                }
                end();
            }
        }
    }
}
