package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the guard table of blocks. */
public final class PostgresBlocks implements Blocks {

    private final JdbcClient jdbc;

    public PostgresBlocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UserId> of(UserId blocker) {
        return jdbc
                .sql("SELECT blocked FROM log.block WHERE blocker = ? ORDER BY blocked")
                .param(blocker.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(UserId::new)
                .toList();
    }

    @Override
    public Set<UserId> blockersIn(ConversationId direct) {
        return jdbc
                .sql("SELECT blocker FROM log.block WHERE conversation = ?")
                .param(StreamId.conversation(direct).value())
                .query(UUID.class)
                .list()
                .stream()
                .map(UserId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<UserId, Set<UserId>> apart(Collection<UserId> people) {
        Map<UserId, Set<UserId>> apart = new HashMap<>();
        people.forEach(person -> apart.put(person, new HashSet<>()));
        if (!people.isEmpty()) {
            UUID[] ids = people.stream().map(UserId::value).toArray(UUID[]::new);
            jdbc.sql("""
                SELECT blocker, blocked FROM log.block WHERE blocker = ANY (:ids::uuid[])
                UNION SELECT blocked, blocker FROM log.block WHERE blocked = ANY (:ids::uuid[])
                """).param("ids", ids).query(row -> {
                Set<UserId> others = apart.get(new UserId(row.getObject(1, UUID.class)));
                if (others != null) {
                    others.add(new UserId(row.getObject(2, UUID.class)));
                }
            });
        }
        return apart;
    }
}
