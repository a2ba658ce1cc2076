package chat.parley.gateway.outbound;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One limit for the frames that wait on this node, of all sockets together. Long before it is reached, the sockets with the most
 * waiting, and none with less than the average, are closed, so that a client that reads still finds room.
 */
public final class FrameMemory {

    /** From this share of the limit on, replays queue no more ahead and sockets are closed; closing ends at half the limit. */
    private static final double SCARCE = 0.75;

    private static final double RELIEVED = 0.5;

    /** About what a frame's objects take, whatever its length. */
    private static final long OBJECTS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(FrameMemory.class);

    private final long limit;
    private final AtomicLong used = new AtomicLong();
    private final Set<Share> shares = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean relieving = new AtomicBoolean();

    /** @param limit in bytes */
    public FrameMemory(long limit) {
        this.limit = limit;
    }

    /** How many bytes wait. */
    public long used() {
        return used.get();
    }

    public long limit() {
        return limit;
    }

    /** What waits in one place; {@code drop} closes its socket for good, which then gives back all it has as it can. */
    public Share share(Runnable drop) {
        return new Share(drop);
    }

    boolean isScarce() {
        return used.get() > limit * SCARCE;
    }

    private boolean take(long bytes) {
        if (used.addAndGet(bytes) > limit) {
            used.addAndGet(-bytes);
            return false;
        }
        if (isScarce() && relieving.compareAndSet(false, true)) {
            // On a thread of its own, since whoever takes more may hold locks of its socket.
            Thread.ofVirtual().name("frame memory").start(this::relieve);
        }
        return true;
    }

    private void relieve() {
        try {
            record Sized(Share share, long bytes) {}
            long average = used.get() / Math.max(1, shares.size());
            List<Sized> largestFirst = shares.stream()
                    .map(share -> new Sized(share, share.bytes.get()))
                    .filter(each -> !each.share().dropped && each.bytes() >= average)
                    .sorted(Comparator.comparingLong(Sized::bytes).reversed())
                    .toList();
            int dropped = 0;
            for (Sized each : largestFirst) {
                if (used.get() <= limit * RELIEVED) {
                    break;
                }
                each.share().dropped = true;
                each.share().drop.run();
                dropped++;
            }
            if (dropped > 0) {
                LOG.warn("closed {} sockets whose frames took most of the memory there is for them", dropped);
            }
        } finally {
            relieving.set(false);
        }
    }

    /** Used by one thread at a time. */
    public final class Share {

        private final Runnable drop;
        private final AtomicLong bytes = new AtomicLong();
        private volatile boolean dropped;

        private Share(Runnable drop) {
            this.drop = drop;
        }

        /** Counts a frame that waits from now on; false if the node has no room for it. */
        public boolean take(int characters) {
            long more = bytes(characters);
            if (dropped || !FrameMemory.this.take(more)) {
                return false;
            }
            if (bytes.addAndGet(more) == more) {
                shares.add(this);
            }
            return true;
        }

        /** A frame that was taken waits no longer. */
        public void give(int characters) {
            long less = bytes(characters);
            used.addAndGet(-less);
            if (bytes.addAndGet(-less) == 0) {
                shares.remove(this);
            }
        }

        private static long bytes(int characters) {
            return OBJECTS + 2L * characters;
        }
    }
}
