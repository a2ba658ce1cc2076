package chat.parley.child;

import java.util.concurrent.TimeUnit;
import org.apache.cassandra.service.CassandraDaemon;
import org.apache.cassandra.service.StorageService;

/**
 * Cassandra which soon after its start, and then once a day, takes out of its files what was overwritten: what {@code nodetool flush}
 * and {@code nodetool garbagecollect} do where there is an operator. Compactions alone come by size and not by time.
 */
public final class ForgetfulCassandra {
    /** For how many seconds it has run when it does so first. */
    private static final long FIRST_AFTER_SECONDS = Long.getLong("parley.cassandra.forget-after-seconds", 600);

    private static final long EVERY_SECONDS = TimeUnit.DAYS.toSeconds(1);

    private ForgetfulCassandra() {}

    public static void main(String[] arguments) {
        CoarseTimers.use();
        CassandraDaemon.main(arguments);
        Thread thread = new Thread(ForgetfulCassandra::forgetDaily, "forget-overwritten");
        thread.setDaemon(true);
        thread.start();
    }

    private static void forgetDaily() {
        try {
            TimeUnit.SECONDS.sleep(FIRST_AFTER_SECONDS);
            while (true) {
                forget();
                TimeUnit.SECONDS.sleep(EVERY_SECONDS);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget() throws InterruptedException {
        for (String keyspace : StorageService.instance.getNonSystemKeyspaces()) {
            try {
                StorageService.instance.forceKeyspaceFlush(keyspace);
                StorageService.instance.garbageCollect("CELL", 1, keyspace);
            } catch (InterruptedException ending) {
                throw ending;
            } catch (Exception failed) {
                System.err.println("What was overwritten in " + keyspace + " stays in its files for now: " + failed);
            }
        }
    }
}
