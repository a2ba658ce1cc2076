package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.JoinLinkId;
import chat.parley.events.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the guard table of links. */
public final class PostgresJoinLinks implements JoinLinks {

    private static final String SELECT =
            "SELECT link, conversation, made_by, uses, used, until, approval FROM log.join_link WHERE NOT revoked AND ";

    private final JdbcClient jdbc;

    public PostgresJoinLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<JoinLink> find(JoinLinkId link) {
        return jdbc.sql(SELECT + "link = ?")
                .param(link.value())
                .query((row, _) -> link(row))
                .optional();
    }

    @Override
    public List<JoinLink> of(ConversationId group) {
        return jdbc.sql(SELECT + "conversation = ? ORDER BY link")
                .param(group.value())
                .query((row, _) -> link(row))
                .list();
    }

    private static JoinLink link(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new JoinLink(
                new JoinLinkId(row.getObject("link", UUID.class)),
                new ConversationId(row.getObject("conversation", UUID.class)),
                new UserId(row.getObject("made_by", UUID.class)),
                row.getObject("uses", Integer.class),
                row.getInt("used"),
                until == null ? null : until.toInstant(),
                row.getBoolean("approval"));
    }
}
