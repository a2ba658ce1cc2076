package chat.parley.log.erasure;

import chat.parley.events.EventType;
import chat.parley.events.UserId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps erasures in tables of the log's schema. */
public final class PostgresErasures implements Erasures {

    private static final String SELECT = """
            SELECT erasure.id, erasure.account, erasure.requested, event.position,
                   array_agg(part.part ORDER BY part.part) AS parts,
                   array_agg((extract(epoch FROM part.forgotten) * 1000000)::bigint ORDER BY part.part) AS forgotten
            FROM log.erasure
            JOIN log.event ON event.stream = 'account/' || erasure.account AND event.type = '%s'
            JOIN log.erasure_part part USING (account)
            """.formatted(EventType.ACCOUNT_ERASED.typeName());
    private static final String GROUP = " GROUP BY erasure.account, event.position ORDER BY event.position LIMIT ?";
    private static final long MICROS = 1_000_000;

    private final JdbcClient jdbc;

    public PostgresErasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(UserId account, ErasureId id, Set<String> parts) {
        jdbc.sql("INSERT INTO log.erasure (account, id, requested) VALUES (?, ?, clock_timestamp())")
                .params(account.value(), id.value())
                .update();
        jdbc.sql("INSERT INTO log.erasure_part (account, part) SELECT ?, unnest(?::text[])")
                .params(account.value(), parts.toArray(String[]::new))
                .update();
    }

    @Override
    public void forgotten(UserId account, String part) {
        jdbc.sql("""
                        UPDATE log.erasure_part SET forgotten = clock_timestamp()
                        WHERE account = ? AND part = ? AND forgotten IS NULL
                        """).params(account.value(), part).update();
    }

    @Override
    public Optional<Erasure> find(ErasureId erasure) {
        return select("WHERE erasure.id = ?", erasure.value(), 1).stream().findFirst();
    }

    @Override
    public Optional<Erasure> of(UserId account) {
        return select("WHERE erasure.account = ?", account.value(), 1).stream().findFirst();
    }

    @Override
    public List<UserId> accountsErasedSince(Instant requested) {
        return jdbc
                .sql("SELECT account FROM log.erasure WHERE requested >= ?")
                .param(OffsetDateTime.ofInstant(requested, ZoneOffset.UTC))
                .query(UUID.class)
                .list()
                .stream()
                .map(UserId::new)
                .toList();
    }

    @Override
    public List<Erasure> waitingFor(String part, int limit) {
        String waits = """
                WHERE EXISTS (SELECT FROM log.erasure_part open
                              WHERE open.account = erasure.account AND open.part = ? AND open.forgotten IS NULL)
                """;
        return select(waits, part, limit);
    }

    private List<Erasure> select(String where, Object param, int limit) {
        return jdbc.sql(SELECT + where + GROUP)
                .params(param, limit)
                .query((row, _) -> erasure(row))
                .list();
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                new ErasureId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("account", UUID.class)),
                row.getObject("requested", OffsetDateTime.class).toInstant(),
                row.getLong("position"),
                parts(row.getArray("parts"), row.getArray("forgotten")));
    }

    private static List<Erasure.Part> parts(Array names, Array micros) throws SQLException {
        String[] name = (String[]) names.getArray();
        Long[] forgotten = (Long[]) micros.getArray();
        List<Erasure.Part> parts = new ArrayList<>(name.length);
        for (int i = 0; i < name.length; i++) {
            Long at = forgotten[i];
            parts.add(new Erasure.Part(name[i], at == null ? null : instant(at)));
        }
        return parts;
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }
}
