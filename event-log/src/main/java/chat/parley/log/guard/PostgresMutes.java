package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the guard table of mutes. */
public final class PostgresMutes implements Mutes {

    private final JdbcClient jdbc;

    public PostgresMutes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ConversationId, List<Mute>> in(Collection<ConversationId> groups) {
        Map<ConversationId, List<Mute>> mutes = new HashMap<>();
        if (!groups.isEmpty()) {
            UUID[] ids = groups.stream().map(ConversationId::value).toArray(UUID[]::new);
            jdbc.sql("""
                SELECT conversation, member, until FROM log.mute
                WHERE conversation = ANY (:ids::uuid[]) AND until > now() ORDER BY member
                """).param("ids", ids).query(row -> {
                mutes.computeIfAbsent(
                                new ConversationId(row.getObject("conversation", UUID.class)), _ -> new ArrayList<>())
                        .add(new Mute(
                                new UserId(row.getObject("member", UUID.class)),
                                row.getObject("until", OffsetDateTime.class).toInstant()));
            });
        }
        return mutes;
    }
}
