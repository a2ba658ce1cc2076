package chat.parley.log.guard;

import chat.parley.events.CallKind;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the guard table of calls in groups, and notes who is in them. */
public final class PostgresGroupCalls implements GroupCalls {

    private static final String SELECT =
            "SELECT conversation, message, number, sequence, starter, kind FROM log.group_call WHERE ";

    /** Owners are not muted. */
    private static final String MAY_TALK = """
        EXISTS (SELECT FROM log.membership WHERE membership.conversation = %1$s
          AND membership.member = %2$s AND left_sequence IS NULL
          AND (role = 'owner' OR NOT EXISTS (SELECT FROM log.mute WHERE mute.conversation = membership.conversation
            AND mute.member = membership.member AND until > clock_timestamp())))
        """;

    private static final String STAYS = MAY_TALK.formatted("in_call.conversation", "in_call.person");

    private final JdbcClient jdbc;

    public PostgresGroupCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<GroupCall> in(ConversationId conversation) {
        return jdbc.sql(SELECT + "conversation = ?")
                .param(conversation.value())
                .query((row, _) -> call(row))
                .optional();
    }

    @Override
    public boolean isBusyBeside(UserId person, ConversationId conversation) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM log.in_call WHERE person = ? AND conversation <> ?)")
                .params(person.value(), conversation.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void join(ConversationId conversation, MessageId call, UserId person, SessionId device, int most) {
        int joined = jdbc.sql("""
            INSERT INTO log.in_call (person, conversation, device, seen)
            SELECT :person, conversation, :device, clock_timestamp() FROM log.group_call
            WHERE conversation = :conversation AND message = :call
              AND %s
              AND (SELECT count(*) FROM log.in_call WHERE in_call.conversation = :conversation AND person <> :person) < :most
            ON CONFLICT (person) DO UPDATE SET device = excluded.device, seen = excluded.seen
              WHERE in_call.conversation = excluded.conversation
            """.formatted(MAY_TALK.formatted(":conversation", ":person")))
                .param("person", person.value())
                .param("device", device.value())
                .param("conversation", conversation.value())
                .param("call", call.value())
                .param("most", most)
                .update();
        if (joined == 0) {
            throw whyNot(conversation, call, person);
        }
        jdbc.sql("UPDATE log.group_call SET empty_since = NULL WHERE conversation = ?")
                .param(conversation.value())
                .update();
    }

    private Refused whyNot(ConversationId conversation, MessageId call, UserId person) {
        boolean isMember = jdbc.sql(
                        "SELECT EXISTS (SELECT FROM log.membership WHERE conversation = ? AND member = ? AND"
                                + " left_sequence IS NULL)")
                .params(conversation.value(), person.value())
                .query(Boolean.class)
                .single();
        if (!isMember) {
            return new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        if (in(conversation).filter(there -> there.message().equals(call)).isEmpty()) {
            return new Refused(Reason.CALL_OVER);
        }
        boolean mayTalk = jdbc.sql("SELECT " + MAY_TALK.formatted(":conversation", ":person"))
                .param("conversation", conversation.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
        if (!mayTalk) {
            return new Refused(Reason.MUTED);
        }
        return new Refused(isBusyBeside(person, conversation) ? Reason.IN_A_CALL : Reason.CALL_FULL);
    }

    @Override
    public boolean seen(ConversationId conversation, MessageId call, UserId person, SessionId device) {
        return jdbc.sql("""
            UPDATE log.in_call SET seen = clock_timestamp()
            WHERE person = ? AND conversation = ? AND device = ? AND
              EXISTS (SELECT FROM log.group_call WHERE group_call.conversation = in_call.conversation AND message = ?) AND
            """ + STAYS)
                        .params(person.value(), conversation.value(), device.value(), call.value())
                        .update()
                == 1;
    }

    @Override
    public void leave(ConversationId conversation, MessageId call, UserId person, SessionId device) {
        jdbc.sql("""
            DELETE FROM log.in_call WHERE person = ? AND conversation = ? AND device = ? AND
              EXISTS (SELECT FROM log.group_call WHERE group_call.conversation = in_call.conversation AND message = ?)
            """)
                .params(person.value(), conversation.value(), device.value(), call.value())
                .update();
        noteEmpty();
    }

    @Override
    public List<GroupCall> lapsed(Duration silent, Duration empty) {
        jdbc.sql("""
            DELETE FROM log.in_call WHERE device IS NOT NULL AND (seen < clock_timestamp() - :silent * interval '1 ms'
              OR NOT
            """ + STAYS + ")").param("silent", silent.toMillis()).update();
        noteEmpty();
        return jdbc.sql(SELECT + "empty_since < clock_timestamp() - :empty * interval '1 ms'")
                .param("empty", empty.toMillis())
                .query((row, _) -> call(row))
                .list();
    }

    private void noteEmpty() {
        jdbc.sql("""
            UPDATE log.group_call SET empty_since = clock_timestamp() WHERE empty_since IS NULL
              AND NOT EXISTS (SELECT FROM log.in_call WHERE in_call.conversation = group_call.conversation)
            """).update();
    }

    private GroupCall call(ResultSet row) throws SQLException {
        ConversationId conversation = new ConversationId(row.getObject("conversation", UUID.class));
        return new GroupCall(
                conversation,
                new MessageId(row.getObject("message", UUID.class)),
                row.getLong("number"),
                row.getLong("sequence"),
                new UserId(row.getObject("starter", UUID.class)),
                CallKind.ofCode(row.getString("kind")),
                people(conversation));
    }

    private List<Place> people(ConversationId conversation) {
        return jdbc.sql("SELECT person, device FROM log.in_call WHERE conversation = ? AND device IS NOT NULL AND "
                        + STAYS + " ORDER BY person")
                .param(conversation.value())
                .query((row, _) -> new Place(
                        new UserId(row.getObject("person", UUID.class)),
                        new SessionId(row.getObject("device", UUID.class))))
                .list();
    }
}
