package chat.parley.log.append;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings that make an acknowledged event survive a power failure. */
final class Durability {

    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);

    /**
     * SQL: {@code on} at least, whatever the default of the server or role. {@code remote_apply} is stronger and is kept.
     */
    static final String SYNCHRONOUS_COMMIT =
            "CASE current_setting('synchronous_commit')" + " WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END";

    private Durability() {}

    /** No session setting can replace {@code fsync}. */
    static void warnIfOff(String fsync) {
        if (!fsync.equals("on")) {
            LOG.warn("PostgreSQL runs with fsync={}: acknowledged messages are lost with the machine's power", fsync);
        }
    }
}
