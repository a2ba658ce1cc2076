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
 * The aggregates used lately, so that a long conversation is not replayed for each message. Axon takes an aggregate out
 * when its unit of work rolls back, a conflict with another writer included.
 */
final class AggregateCache implements Cache {

    private static final Duration UNUSED = Duration.ofHours(1);

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    /** Takes a sixth of the heap at most; {@code cache_*} of the name {@code aggregates} tell how it does. */
    AggregateCache(MeterRegistry meters) {
        this(meters, Runtime.getRuntime().maxMemory() / 6);
    }

    AggregateCache(MeterRegistry meters, long mostBytes) {
        entries = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((_, entry) -> Sized.of(root(entry)))
                .expireAfterAccess(UNUSED)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, entries, "aggregates");
    }

    /** An entry in memory recreates nothing: it gives out the aggregate it holds. */
    private static Object root(Object entry) {
        return ((AggregateCacheEntry<?>) entry)
                .recreateAggregate(null, null, null, null)
                .getAggregateRoot();
    }

    /** The sequence of the newest event in what is cached of an aggregate; null where nothing is. */
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

    /** The key is null for an aggregate that was made for a command it then refused: there is nothing to keep. */
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
