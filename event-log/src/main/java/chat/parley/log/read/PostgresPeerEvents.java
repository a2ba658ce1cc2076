package chat.parley.log.read;

import chat.parley.events.EventType;
import chat.parley.events.ToPeers;
import chat.parley.events.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaves out what people are up to of whom one blocks the other. Joins the few events of accounts that tell peers with the guard table of memberships. */
final class PostgresPeerEvents implements PeerEvents {

    private static final String TYPES = Arrays.stream(EventType.values())
            .filter(type -> ToPeers.class.isAssignableFrom(type.shape()))
            .map(type -> "'" + type.typeName() + "'")
            .collect(Collectors.joining(", "));

    private static final String PEERS = """
        SELECT max(event.position) FROM log.event
        WHERE event.type IN (%s) AND event.stream LIKE 'account/%%' AND event.position > ? AND event.position <= ?
          AND (EXISTS (
            SELECT FROM log.membership mine JOIN log.membership peer USING (conversation)
            WHERE mine.member = ? AND mine.left_sequence IS NULL AND peer.member <> mine.member
              AND peer.member = substring(event.stream FROM 9)::uuid)
            OR EXISTS (
            SELECT FROM log.friendship
            WHERE person = ? AND other = substring(event.stream FROM 9)::uuid AND state IN ('friends', 'erased')))
          AND (event.type <> '%s' OR NOT EXISTS (
            SELECT FROM log.block
            WHERE blocker = ? AND blocked = substring(event.stream FROM 9)::uuid
              OR blocked = ? AND blocker = substring(event.stream FROM 9)::uuid))
        GROUP BY event.stream, event.type ORDER BY 1
        """.formatted(TYPES, EventType.STATUS_CHANGED.typeName());

    private final JdbcClient jdbc;

    PostgresPeerEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> of(UserId member, long after, long upTo) {
        return jdbc.sql(PEERS)
                .params(after, upTo, member.value(), member.value(), member.value(), member.value())
                .query(Long.class)
                .list();
    }
}
