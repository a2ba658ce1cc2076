package chat.parley.log.guard;

import chat.parley.events.CallKind;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the guard table of calls, and notes in it which devices are heard of. */
public final class PostgresLiveCalls implements LiveCalls {

    private static final String COLUMNS = """
            conversation, message, number, sequence, caller, callee, kind, accepted,
              (extract(epoch FROM clock_timestamp() - started) * 1000)::bigint AS age, caller_device, callee_device,
              moves, CASE WHEN accepted THEN (extract(epoch FROM clock_timestamp() - coalesce(answered, started)) * 1000)::bigint
                ELSE 0 END AS talked
            """;

    private static final String SELECT = "SELECT " + COLUMNS + "FROM log.live_call WHERE";

    private final JdbcClient jdbc;

    public PostgresLiveCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<LiveCall> in(ConversationId conversation) {
        return jdbc.sql(SELECT + " conversation = ?")
                .param(conversation.value())
                .query((row, _) -> call(row))
                .optional();
    }

    @Override
    public Optional<LiveCall> goingOnOf(UserId person) {
        return jdbc.sql(SELECT + """
             accepted AND conversation = (SELECT conversation FROM log.in_call WHERE person = :person)
               AND :person IN (caller, callee)
            """)
                .param("person", person.value())
                .query((row, _) -> call(row))
                .optional();
    }

    @Override
    public boolean isBusyBeside(UserId person, ConversationId conversation) {
        return jdbc.sql("""
            SELECT EXISTS (SELECT FROM log.membership JOIN log.in_call ON in_call.person = membership.member
              WHERE membership.conversation = ? AND membership.member <> ? AND in_call.conversation <> membership.conversation)
            """)
                .params(conversation.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isUnwelcome(UserId caller, ConversationId conversation) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM log.unwelcome WHERE conversation = ? AND author = ?)")
                .params(StreamId.conversation(conversation).value(), caller.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isAnythingBetween(ConversationId conversation) {
        String stream = StreamId.conversation(conversation).value();
        return jdbc.sql("""
            SELECT EXISTS (SELECT FROM log.block WHERE conversation = ?)
              OR EXISTS (SELECT FROM log.unwelcome WHERE conversation = ?)
            """).params(stream, stream).query(Boolean.class).single();
    }

    @Override
    public Optional<LiveCall> seen(ConversationId conversation, MessageId call, UserId person, SessionId device) {
        return seen("caller", conversation, call, person, device)
                .or(() -> seen("callee", conversation, call, person, device));
    }

    private Optional<LiveCall> seen(
            String side, ConversationId conversation, MessageId call, UserId person, SessionId device) {
        return jdbc.sql("""
            UPDATE log.live_call SET %1$s_device = :device, %1$s_seen = clock_timestamp()
            WHERE conversation = :conversation AND message = :call AND %1$s = :person
              AND coalesce(%1$s_device, :device) = :device
            RETURNING
            """.formatted(side) + COLUMNS)
                .param("device", device.value())
                .param("conversation", conversation.value())
                .param("call", call.value())
                .param("person", person.value())
                .query((row, _) -> call(row))
                .optional();
    }

    @Override
    public Optional<LiveCall> move(
            ConversationId conversation, MessageId call, UserId person, SessionId device, int moves) {
        return move("caller", conversation, call, person, device, moves)
                .or(() -> move("callee", conversation, call, person, device, moves));
    }

    /** Repeating it changes nothing. */
    private Optional<LiveCall> move(
            String side, ConversationId conversation, MessageId call, UserId person, SessionId device, int moves) {
        return jdbc.sql("""
            UPDATE log.live_call SET %1$s_device = :device, %1$s_seen = clock_timestamp(),
              moves = CASE WHEN %1$s_device = :device THEN moves ELSE moves + 1 END
            WHERE conversation = :conversation AND message = :call AND %1$s = :person
              AND (%1$s_device = :device OR accepted AND moves = :moves)
            RETURNING
            """.formatted(side) + COLUMNS)
                .param("device", device.value())
                .param("conversation", conversation.value())
                .param("call", call.value())
                .param("person", person.value())
                .param("moves", moves)
                .query((row, _) -> call(row))
                .optional();
    }

    @Override
    public List<LiveCall> lapsed(Duration ringing, Duration callerSilent, Duration deviceSilent) {
        return jdbc.sql(SELECT + """
             NOT accepted AND (started < clock_timestamp() - :ringing * interval '1 ms'
                OR caller_seen < clock_timestamp() - :caller * interval '1 ms')
              OR accepted AND least(caller_seen, callee_seen) < clock_timestamp() - :device * interval '1 ms'
            """)
                .param("ringing", ringing.toMillis())
                .param("caller", callerSilent.toMillis())
                .param("device", deviceSilent.toMillis())
                .query((row, _) -> call(row))
                .list();
    }

    private static LiveCall call(ResultSet row) throws SQLException {
        return new LiveCall(
                new ConversationId(row.getObject("conversation", UUID.class)),
                new MessageId(row.getObject("message", UUID.class)),
                row.getLong("number"),
                row.getLong("sequence"),
                new UserId(row.getObject("caller", UUID.class)),
                new UserId(row.getObject("callee", UUID.class)),
                CallKind.ofCode(row.getString("kind")),
                row.getBoolean("accepted"),
                Duration.ofMillis(row.getLong("age")),
                device(row, "caller_device"),
                device(row, "callee_device"),
                row.getInt("moves"),
                Duration.ofMillis(row.getLong("talked")));
    }

    private static @Nullable SessionId device(ResultSet row, String column) throws SQLException {
        UUID device = row.getObject(column, UUID.class);
        return device == null ? null : new SessionId(device);
    }
}
