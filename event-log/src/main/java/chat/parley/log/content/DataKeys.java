package chat.parley.log.content;

import chat.parley.events.LogId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import com.github.benmanes.caffeine.cache.Ticker;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One key for each owner of content, created when they first write and destroyed when they are erased. A key is stored
 * before anything is encrypted with it, or in the same transaction.
 */
public final class DataKeys {

    /** The NOTIFY channel for destroyed keys; the payload is the owner. */
    public static final String CHANNEL = DataKeyTable.CHANNEL;

    static final UUID THE_LOG_ITSELF = new UUID(0, 0);

    private static final int BYTES = 32;

    private final LogId log;
    private final MasterKeys masters;
    private final DataKeyTable table;
    private final DataKeyCache cache;
    private final SecureRandom random;

    DataKeys(LogId log, MasterKeys masters, DataKeyTable table, DataKeyCache cache, SecureRandom random) {
        this.log = log;
        this.masters = masters;
        this.table = table;
        this.cache = cache;
        this.random = random;
    }

    /**
     * Opens the keys of a log whose schema is current.
     *
     * @throws LogUnusable the log's keys cannot be unwrapped with the configured master keys
     */
    public static DataKeys open(JdbcClient jdbc, LogId log, MasterKeys masters) {
        DataKeyTable table = new DataKeyTable(jdbc);
        DataKeys keys = new DataKeys(log, masters, table, new DataKeyCache(Ticker.systemTicker()), new SecureRandom());
        new KeyCheck(log, masters, table).run(keys::makeTheLogsOwn);
        return keys;
    }

    /**
     * A service whose role may not add keys leaves this to one that may. Until then nothing is encrypted, so there is
     * nothing to read.
     */
    private void makeTheLogsOwn() {
        if (table.mayBeWritten()) {
            ofTheLog();
        }
    }

    /** The log's own key. It encrypts no content and is never destroyed. */
    SecretKey ofTheLog() {
        return toWriteUnder(THE_LOG_ITSELF);
    }

    /** Destroys a person's key for ever, in the caller's transaction. When it commits, every process drops the key. */
    public void destroy(UserId owner) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a key is destroyed in the transaction that records why");
        }
        table.destroy(owner.value(), masters.current().id());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget(owner.value());
            }
        });
    }

    /**
     * From now on this process receives notifications on {@link #CHANNEL}. Keys cached before may have been destroyed
     * unnoticed.
     */
    public void startedListening() {
        cache.listening(true);
    }

    /** From now on this process may miss notifications, so it caches no key. */
    public void stoppedListening() {
        cache.listening(false);
    }

    /** Drops the key of an owner that was destroyed here or by another process. */
    public void forget(UUID owner) {
        cache.forget(owner);
    }

    /** The keys of those owners who have, or had, one. */
    Map<UUID, DataKey> of(Collection<UUID> owners) {
        Map<UUID, DataKey> found = new HashMap<>();
        Set<UUID> unknown = new HashSet<>();
        for (UUID owner : owners) {
            DataKey key = cache.fresh(owner);
            if (key == null) {
                unknown.add(owner);
            } else {
                found.put(owner, key);
            }
        }
        if (!unknown.isEmpty()) {
            found.putAll(read(unknown));
        }
        return found;
    }

    /**
     * The key to encrypt an owner's content with; created if there is none yet.
     *
     * @throws Refused the person was erased
     */
    SecretKey toWriteUnder(UUID owner) {
        DataKey key = of(Set.of(owner)).get(owner);
        return switch (key == null ? made(owner) : key) {
            case DataKey.Usable(SecretKey usable) -> usable;
            case DataKey.Destroyed _ -> throw new Refused(Reason.ACCOUNT_ERASED);
            case DataKey.Locked(ContentUnreadable.Kind kind) ->
                throw new IllegalStateException("the data key of what was written before is " + kind);
        };
    }

    private DataKey made(UUID owner) {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        MasterKey master = masters.current();
        table.add(new DataKeyTable.Wrapped(owner, master.id(), master.wrap(fresh, context(owner))));
        // Another process may have added a key first, so the table is read again.
        DataKey key = read(Set.of(owner)).get(owner);
        if (key == null) {
            throw new IllegalStateException("a data key that was written cannot be read");
        }
        return key;
    }

    private Map<UUID, DataKey> read(Set<UUID> owners) {
        long news = cache.news();
        Map<UUID, DataKey> found = new HashMap<>();
        List<DataKeyCache.Entry> lasting = new ArrayList<>();
        for (DataKeyTable.Row row : table.read(owners)) {
            DataKey key = row.key() == null ? new DataKey.Destroyed() : unwrapped(row.key());
            found.put(row.owner(), key);
            if (!(key instanceof DataKey.Locked)) {
                lasting.add(cache.entry(row, key));
            }
        }
        // A key read within a transaction may be rolled back with it, so it is not cached.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            cache.keep(lasting, news);
        }
        return found;
    }

    private DataKey unwrapped(DataKeyTable.Wrapped wrapped) {
        DataKey known = cache.of(wrapped);
        if (known != null) {
            return known;
        }
        MasterKey master = masters.withId(wrapped.masterKey()).orElse(null);
        if (master == null) {
            return new DataKey.Locked(ContentUnreadable.Kind.MASTER_KEY_NOT_HELD);
        }
        try {
            byte[] key = master.unwrap(wrapped.bytes(), context(wrapped.owner()));
            return new DataKey.Usable(new SecretKeySpec(key, "AES"));
        } catch (UnwrapRefused _) {
            return new DataKey.Locked(ContentUnreadable.Kind.KEY_FOREIGN);
        }
    }

    private KeyContext context(UUID owner) {
        return new KeyContext(log, owner);
    }
}
