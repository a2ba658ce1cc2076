package chat.parley.log.erasure;

import chat.parley.events.ConversationId;
import chat.parley.events.EventType;
import chat.parley.events.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the erasures and the guard table of memberships. */
public final class PostgresErasedMembers implements ErasedMembers {

    private static final String ERASED_IN_LOG =
            " JOIN log.event ON event.stream = 'account/' || erasure.account AND event.type = '%s'"
                    .formatted(EventType.ACCOUNT_ERASED.typeName());

    private final JdbcClient jdbc;

    public PostgresErasedMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> peersOf(UserId member, long after, long upTo) {
        return jdbc.sql("""
                        SELECT DISTINCT event.position FROM log.membership mine
                        JOIN log.membership peer USING (conversation)
                        JOIN log.erasure ON erasure.account = peer.member
                        """ + ERASED_IN_LOG + """
                         WHERE mine.member = ? AND mine.left_sequence IS NULL AND peer.member <> mine.member
                           AND event.position > ? AND event.position <= ? ORDER BY event.position
                        """)
                .params(member.value(), after, upTo)
                .query(Long.class)
                .list();
    }

    @Override
    public Map<ConversationId, Long> newestIn(Collection<ConversationId> conversations, long upTo) {
        UUID[] ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
        Map<ConversationId, Long> newest = new HashMap<>();
        jdbc.sql("""
                        SELECT membership.conversation, max(event.position) AS position FROM log.membership
                        JOIN log.erasure ON erasure.account = membership.member
                        """ + ERASED_IN_LOG + """
                         WHERE membership.conversation = ANY (?) AND event.position <= ? GROUP BY membership.conversation
                        """).params(ids, upTo).query(row -> {
            newest.put(new ConversationId(row.getObject("conversation", UUID.class)), row.getLong("position"));
        });
        return newest;
    }
}
