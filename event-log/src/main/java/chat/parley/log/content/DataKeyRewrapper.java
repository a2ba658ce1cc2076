package chat.parley.log.content;

import chat.parley.events.LogId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/**
 * Re-encrypts data keys with the current master key as long as older master keys are configured; events are not touched. It
 * repeats, because a service that was not restarted yet still wraps with the old key. Several processes may do it at once. A
 * service whose role may not write keys only counts them.
 */
public final class DataKeyRewrapper implements MeterBinder, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataKeyRewrapper.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);
    private static final int BATCH = 500;

    private final LogId log;
    private final MasterKeys masters;
    private final DataKeyTable table;
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private volatile long left;

    public DataKeyRewrapper(JdbcClient jdbc, LogId log, MasterKeys masters) {
        this.log = log;
        this.masters = masters;
        this.table = new DataKeyTable(jdbc);
        scheduler.setThreadNamePrefix("rewrap-keys-");
    }

    public void start() {
        if (masters.ids().size() > 1) {
            left = table.countUnderOthersThan(masters.current().id());
            var _ = scheduler.scheduleWithFixedDelay(this::run, AGAIN_AFTER);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parley.log.keys.under.old.master", () -> left)
                .description("Data keys that are not wrapped by the current master key yet")
                .register(registry);
    }

    /** Goes through all keys once; failures are retried in the next run. */
    public void run() {
        try {
            String current = masters.current().id();
            if (!table.mayBeWritten()) {
                left = table.countUnderOthersThan(current);
                return;
            }
            List<DataKeyTable.Wrapped> batch = table.underOthersThan(current, null, BATCH);
            while (!batch.isEmpty()) {
                batch.forEach(this::rewrap);
                left = Math.max(0, left - batch.size());
                batch = table.underOthersThan(current, batch.getLast().owner(), BATCH);
            }
            left = table.countUnderOthersThan(current);
        } catch (RuntimeException e) {
            LOG.warn("cannot move data keys to the current master key, trying again: {}", e.getMessage());
        }
    }

    private void rewrap(DataKeyTable.Wrapped old) {
        KeyContext context = new KeyContext(log, old.owner());
        MasterKey current = masters.current();
        masters.withId(old.masterKey()).ifPresent(previous -> {
            try {
                byte[] wrapped = current.wrap(previous.unwrap(old.bytes(), context), context);
                table.rewrap(old, new DataKeyTable.Wrapped(old.owner(), current.id(), wrapped));
            } catch (UnwrapRefused _) {
                LOG.warn("a data key does not unwrap under its master key {}; it stays as it is", old.masterKey());
            }
        });
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
