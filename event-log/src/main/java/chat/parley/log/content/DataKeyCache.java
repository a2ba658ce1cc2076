package chat.parley.log.content;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Recently used keys, unwrapped. A key is kept only while this process receives notifications of destroyed keys, and only if
 * it was read after the last such notification.
 */
final class DataKeyCache {

    private static final int MOST = 50_000;
    private static final Duration UNUSED = Duration.ofMinutes(10);
    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);

    /** A key with the row it came from. */
    record Entry(DataKeyTable.Row row, DataKey key, long readAt) {}

    private final Ticker time;
    private final Cache<UUID, Entry> entries;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean listening;
    private long news;

    DataKeyCache(Ticker time) {
        this.time = time;
        this.entries = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(UNUSED)
                .ticker(time)
                .build();
    }

    /** The cached key; null if the table has to be read first. */
    @Nullable
    DataKey fresh(UUID owner) {
        Entry entry = entries.getIfPresent(owner);
        return entry != null && time.read() - entry.readAt() < READ_AGAIN_AFTER.toNanos() ? entry.key() : null;
    }

    /** The key that these bytes were unwrapped to before, so that the master key need not unwrap them again. */
    @Nullable
    DataKey of(DataKeyTable.Wrapped wrapped) {
        Entry entry = entries.getIfPresent(wrapped.owner());
        DataKeyTable.Wrapped known = entry == null ? null : entry.row().key();
        return entry != null && known != null && Arrays.equals(known.bytes(), wrapped.bytes()) ? entry.key() : null;
    }

    Entry entry(DataKeyTable.Row row, DataKey key) {
        return new Entry(row, key, time.read());
    }

    /** Must be read before the table is, and handed to {@link #keep}. */
    long news() {
        lock.lock();
        try {
            return news;
        } finally {
            lock.unlock();
        }
    }

    void keep(List<Entry> read, long newsBefore) {
        lock.lock();
        try {
            if (listening && news == newsBefore) {
                read.forEach(entry -> entries.put(entry.row().owner(), entry));
            }
        } finally {
            lock.unlock();
        }
    }

    void forget(UUID owner) {
        lock.lock();
        try {
            news++;
            entries.invalidate(owner);
        } finally {
            lock.unlock();
        }
    }

    void listening(boolean now) {
        lock.lock();
        try {
            news++;
            listening = now;
            entries.invalidateAll();
        } finally {
            lock.unlock();
        }
    }
}
