package chat.parley.log.erasure;

import chat.parley.events.EventType;
import chat.parley.events.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Joins the erasures with the guard table of memberships. */
public final class PostgresErasedPeers implements ErasedPeers {

    private static final String PEERS = """
        SELECT DISTINCT event.position FROM log.membership mine
        JOIN log.membership peer USING (conversation)
        JOIN log.erasure ON erasure.account = peer.member
        JOIN log.event ON event.stream = 'account/' || erasure.account AND event.type = '%s'
        WHERE mine.member = ? AND mine.left_sequence IS NULL AND peer.member <> mine.member
          AND event.position > ? AND event.position <= ? ORDER BY event.position
        """.formatted(EventType.ACCOUNT_ERASED.typeName());

    private final JdbcClient jdbc;

    public PostgresErasedPeers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> peersOf(UserId member, long after, long upTo) {
        return jdbc.sql(PEERS)
                .params(member.value(), after, upTo)
                .query(Long.class)
                .list();
    }
}
