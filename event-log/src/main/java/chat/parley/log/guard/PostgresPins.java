package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the guard table of pins. */
public final class PostgresPins implements Pins {

    private final JdbcClient jdbc;

    public PostgresPins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ConversationId, List<Pin>> of(Collection<ConversationId> conversations) {
        Map<ConversationId, List<Pin>> pins = new HashMap<>();
        if (!conversations.isEmpty()) {
            UUID[] ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
            jdbc.sql("""
                SELECT conversation, number, sequence, message, pinned_by, pinned FROM log.pin
                WHERE conversation = ANY (:ids::uuid[]) ORDER BY pinned DESC
                """).param("ids", ids).query(row -> {
                pins.computeIfAbsent(
                                new ConversationId(row.getObject("conversation", UUID.class)), _ -> new ArrayList<>())
                        .add(new Pin(
                                row.getLong("number"),
                                row.getLong("sequence"),
                                new MessageId(row.getObject("message", UUID.class)),
                                new UserId(row.getObject("pinned_by", UUID.class)),
                                row.getLong("pinned")));
            });
        }
        return pins;
    }
}
