package chat.parley.log.append;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an acknowledgement promises: the event outlives the machine's power. */
final class Durability {

    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);

    /** SQL: at least on, whatever the server's or the role's default; a standby that even applies first stays. */
    static final String SYNCHRONOUS_COMMIT =
            "CASE current_setting('synchronous_commit')" + " WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END";

    private Durability() {}

    /** Nothing a session sets can make up for it. */
    static void warnIfOff(String fsync) {
        if (!fsync.equals("on")) {
            LOG.warn("PostgreSQL runs with fsync={}: acknowledged messages are lost with the machine's power", fsync);
        }
    }
}
