package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.GroupDeleted;
import chat.parley.events.GroupForgotten;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The guard table of deleted groups. */
public final class PostgresDeletedGroups implements DeletedGroups {

    private final JdbcClient jdbc;

    public PostgresDeletedGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ConversationId> toForget() {
        return jdbc
                .sql("SELECT conversation FROM log.deleted_group ORDER BY conversation")
                .query(UUID.class)
                .list()
                .stream()
                .map(ConversationId::new)
                .toList();
    }

    void deleted(GroupDeleted event, long sequence) {
        jdbc.sql("INSERT INTO log.deleted_group (conversation, deleted, forgotten) VALUES (?, ?, -1)")
                .params(event.conversation().value(), sequence)
                .update();
    }

    /** @return whether that was the last of it */
    boolean forgotten(GroupForgotten event) {
        jdbc.sql("UPDATE log.deleted_group SET forgotten = ? WHERE conversation = ?")
                .params(event.to(), event.conversation().value())
                .update();
        return jdbc.sql("DELETE FROM log.deleted_group WHERE conversation = ? AND forgotten >= deleted - 1")
                        .param(event.conversation().value())
                        .update()
                > 0;
    }
}
