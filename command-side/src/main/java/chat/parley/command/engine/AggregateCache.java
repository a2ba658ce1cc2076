package chat.parley.command.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Duration;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * Recently used aggregates, so that a long conversation is not replayed for each message. Axon removes an aggregate whose
 * unit of work rolls back, for example after a conflict with another writer.
 */
final class AggregateCache implements Cache {

    private static final Duration UNUSED = Duration.ofHours(1);

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    /** Uses at most a sixth of the heap. Its metrics are {@code cache_*} with the name {@code aggregates}. */
    AggregateCache(MeterRegistry meters) {
        this(meters, Runtime.getRuntime().maxMemory() / 6);
    }

    AggregateCache(MeterRegistry meters, long mostBytes) {
        entries = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((_, entry) -> MemorySized.of(root(entry)))
                .expireAfterAccess(UNUSED)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, entries, "aggregates");
    }

    /** A cached entry recreates nothing: it returns the aggregate it holds. */
    private static Object root(Object entry) {
        return ((AggregateCacheEntry<?>) entry)
                .recreateAggregate(null, null, null, null)
                .getAggregateRoot();
    }

    /** The sequence of the newest event that a cached aggregate has applied; null if it is not cached. */
    static @Nullable Long versionIn(Cache cache, String aggregate) {
        AggregateCacheEntry<?> entry = cache.get(aggregate);
        return entry == null
                ? null
                : entry.recreateAggregate(null, null, null, null).version();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the signature is Axon's
    public <K, V> @Nullable V get(K key) {
        return (V) entries.getIfPresent(key);
    }

    /** The key is null for an aggregate that refused the command it was created for; it is not kept. */
    @Override
    public void put(@Nullable Object key, Object value) {
        if (key != null) {
            entries.put(key, value);
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(@Nullable Object key) {
        return key != null && entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody listens to this cache");
    }
}
