package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the guard table of admissions. */
public final class PostgresAdmissions implements Admissions {

    private static final String SELECT = """
        SELECT conversation, person, sought_by, sequence FROM log.admission sought
        WHERE NOT EXISTS (SELECT FROM log.membership stay WHERE stay.conversation = sought.conversation
                          AND stay.member = sought.person AND stay.left_sequence IS NULL)
          AND\s""";

    private final JdbcClient jdbc;

    public PostgresAdmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Admission> find(ConversationId group, UserId person) {
        return jdbc.sql(SELECT + "conversation = ? AND person = ?")
                .params(group.value(), person.value())
                .query((row, _) -> admission(row))
                .optional();
    }

    @Override
    public List<Admission> into(ConversationId group, int limit) {
        return jdbc.sql(SELECT + "conversation = ? ORDER BY person LIMIT ?")
                .params(group.value(), limit)
                .query((row, _) -> admission(row))
                .list();
    }

    @Override
    public List<Admission> of(UserId person, int limit) {
        return jdbc.sql(SELECT + "person = ? ORDER BY conversation LIMIT ?")
                .params(person.value(), limit)
                .query((row, _) -> admission(row))
                .list();
    }

    private static Admission admission(ResultSet row) throws SQLException {
        return new Admission(
                new ConversationId(row.getObject("conversation", UUID.class)),
                new UserId(row.getObject("person", UUID.class)),
                new UserId(row.getObject("sought_by", UUID.class)),
                row.getLong("sequence"));
    }
}
