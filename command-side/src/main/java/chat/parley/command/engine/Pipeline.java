package chat.parley.command.engine;

import chat.parley.events.StreamId;
import chat.parley.log.Appending;
import chat.parley.log.EventLog;
import chat.parley.log.NewEvent;
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
 * based on is durable, see {@link AppendReceipt}. A command that records nothing cannot meet a conflict, so if its aggregate
 * came from the cache, the log is asked whether that was up to date. A command in a transaction keeps the aggregate locked
 * until the transaction ends.
 */
final class Pipeline implements LockFactory {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventLog log;
    private final Cache cache;
    private final Timer appends;
    private final ConcurrentHashMap<String, Place> places = new ConcurrentHashMap<>();

    /** An aggregate with a command at work or events in flight. Its fields change only within operations of the map. */
    private static final class Place {
        private final ReentrantLock lock = new ReentrantLock();
        private int users;
        private volatile @Nullable InFlight newest;
    }

    Pipeline(EventLog log, Cache cache, Timer appends) {
        this.log = log;
        this.cache = cache;
        this.appends = appends;
    }

    @Override
    public Lock obtainLock(String aggregate) {
        Place place = enter(aggregate);
        boolean cached = cache.containsKey(aggregate);
        if (transactional() || !cached) {
            awaitWhatIsOnItsWay(place);
        }
        return new Turn(aggregate, place, cached);
    }

    private Place enter(String aggregate) {
        Place place = places.compute(aggregate, (_, known) -> {
            Place entered = known == null ? new Place() : known;
            entered.users++;
            return entered;
        });
        try {
            if (place.lock.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                return place;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        leave(aggregate);
        throw new TurnDidNotCome();
    }

    private void leave(String aggregate) {
        places.computeIfPresent(aggregate, (_, place) -> {
            place.users--;
            return place.users == 0 && place.newest == null ? null : place;
        });
    }

    /** A command that loads the aggregate from the log must find all events there. */
    private void awaitWhatIsOnItsWay(Place place) {
        InFlight newest = place.newest;
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
        Place place = places.get(aggregate);
        if (place == null || !place.lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("this thread does not hold the aggregate's lock");
        }
        Timer.Sample since = Timer.start();
        InFlight before = place.newest;
        Appending begun = log.begin(unitOfWork, before == null ? null : before.appending());
        InFlight events = new InFlight(this, aggregate, begun, since);
        places.computeIfPresent(aggregate, (_, same) -> {
            same.newest = events;
            return same;
        });
        AppendReceipt.CURRENT.get().recorded(events);
    }

    void measure(Timer.Sample since) {
        since.stop(appends);
    }

    /** Removes the aggregate from the cache under its lock, so that the next command loads it from the log. */
    void failed(InFlight events) {
        String aggregate = events.aggregate();
        Place place = enter(aggregate);
        cache.remove(aggregate);
        done(events);
        place.lock.unlock();
        leave(aggregate);
    }

    /** The events are durable, or never will be. */
    void done(InFlight events) {
        places.computeIfPresent(events.aggregate(), (_, place) -> {
            if (events.equals(place.newest)) {
                place.newest = null;
            }
            return place.users == 0 && place.newest == null ? null : place;
        });
    }

    /** The number of aggregates with a command at work or events in flight. */
    int size() {
        return places.size();
    }

    private boolean isOvertaken(String aggregate, long version) {
        return log.newestOf(List.of(StreamId.of(aggregate))).stream().anyMatch(event -> event.sequence() > version);
    }

    private static boolean transactional() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    private final class Turn implements Lock {

        private final String aggregate;
        private final Place place;
        private final boolean cached;

        private Turn(String aggregate, Place place, boolean cached) {
            this.aggregate = aggregate;
            this.place = place;
            this.cached = cached;
        }

        @Override
        public boolean isHeld() {
            return place.lock.isHeldByCurrentThread();
        }

        @Override
        public void release() {
            AppendReceipt receipt = AppendReceipt.CURRENT.get();
            InFlight newest = place.newest;
            if (newest != null) {
                receipt.saw(newest);
            }
            if (cached && receipt.isEmpty()) {
                requireNewest(receipt);
            }
            if (transactional()) {
                TransactionSynchronizationManager.registerSynchronization(new AtItsEnd());
            } else {
                end();
            }
        }

        private void requireNewest(AppendReceipt receipt) {
            try {
                Long version = AggregateCache.versionIn(cache, aggregate);
                if (version != null && isOvertaken(aggregate, version)) {
                    throw new SequenceConflict();
                }
            } catch (RuntimeException e) {
                cache.remove(aggregate);
                receipt.unfounded(e);
            }
        }

        private void end() {
            place.lock.unlock();
            leave(aggregate);
        }

        private final class AtItsEnd implements TransactionSynchronization {

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
