package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the guard table of friendships. */
public final class PostgresFriendships implements Friendships {

    private final JdbcClient jdbc;

    public PostgresFriendships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Friend> of(UserId person, int limit) {
        return jdbc.sql("""
                    SELECT other, state, conversation, sequence FROM (
                      SELECT *, row_number() OVER (PARTITION BY state ORDER BY other) AS place
                      FROM log.friendship WHERE person = ? AND state <> 'erased') AS placed
                    WHERE place <= ? ORDER BY state, other
                    """)
                .params(person.value(), limit)
                .query((row, _) -> new Friend(
                        new UserId(row.getObject("other", UUID.class)),
                        FriendState.ofCode(row.getString("state")),
                        new ConversationId(row.getObject("conversation", UUID.class)),
                        row.getLong("sequence")))
                .list();
    }

    @Override
    public boolean areFriends(UserId one, UserId other) {
        return exists("state = 'friends'", one, other);
    }

    @Override
    public boolean anythingBetween(UserId one, UserId other) {
        return exists("state <> 'erased'", one, other);
    }

    private boolean exists(String condition, UserId one, UserId other) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM log.friendship WHERE person = ? AND other = ? AND " + condition
                        + ")")
                .params(one.value(), other.value())
                .query(Boolean.class)
                .single();
    }
}
