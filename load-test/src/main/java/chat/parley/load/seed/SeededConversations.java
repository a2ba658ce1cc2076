package chat.parley.load.seed;

import chat.parley.load.product.DataFolder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Direct conversations of everyone with those next to them. The product starts one; its event, which holds nothing that is encrypted, and
 * its membership rows are copied in SQL with other ids, which is as fast as PostgreSQL writes. The ids are random where the product would
 * derive them from the pair, so these pairs must not start their conversation again.
 */
final class SeededConversations {

    private static final int TOGETHER = 20_000;

    private static final String PAIRS = """
            CREATE TEMP TABLE pair AS
            SELECT row_number() OVER () AS n, overlay(gen_random_uuid()::text PLACING '8' FROM 15)::uuid AS conversation,
                   one.n AS one, other.n AS other,
                   CASE WHEN one.id < other.id THEN one.id ELSE other.id END AS first,
                   CASE WHEN one.id < other.id THEN other.id ELSE one.id END AS second,
                   CASE WHEN (one.id < other.id) = ? THEN one.session ELSE other.session END AS session
            FROM person AS one CROSS JOIN generate_series(1, ?) AS distance
            JOIN person AS other ON other.n = (one.n + distance) % ?
            WHERE one.n > 0 OR distance > 1
            """;

    private static final String EVENTS = """
            WITH model AS MATERIALIZED (
              SELECT type, revision, pg_temp.template(convert_from(payload, 'UTF8')) AS payload,
                     pg_temp.template(convert_from(metadata, 'UTF8')) AS metadata
              FROM log.event WHERE stream = 'conversation/' || ? AND sequence = 0),
            taken AS (
              UPDATE log.head SET position = position + ?, recorded = greatest(recorded, clock_timestamp())
              RETURNING position - ? AS before, recorded)
            INSERT INTO log.event (position, stream, sequence, event_id, type, revision, recorded, payload, metadata)
            SELECT before + n - ?, 'conversation/' || conversation, 0, uuidv7(), type, revision, recorded,
                   convert_to(pg_temp.filled(payload, pair), 'UTF8'), convert_to(pg_temp.filled(metadata, pair), 'UTF8')
            FROM taken CROSS JOIN model CROSS JOIN pair WHERE n > ? AND n <= ? ORDER BY n
            """;

    private static final String MEMBERS = """
            INSERT INTO log.membership (conversation, member, joined_sequence, visible_from, role)
            SELECT pair.conversation, member, 0, 0,
                   (SELECT role FROM log.membership WHERE conversation = ?::uuid LIMIT 1)
            FROM pair CROSS JOIN LATERAL (VALUES (first), (second)) AS members (member) WHERE n > ? AND n <= ?
            """;

    private final Connection connection;
    private final List<SeededAccount> people;

    private SeededConversations(Connection connection, List<SeededAccount> people) {
        this.connection = connection;
        this.people = people;
    }

    /**
     * @param model the conversation the product started, by the first of them with the second
     * @param each how many conversations each of them shall have, an even number
     * @return as many of them as are asked for, drawn at random
     */
    static List<SeededConversation> copy(
            DataFolder data, List<SeededAccount> people, String model, int each, int sample) throws SQLException {
        try (Connection connection = data.postgresql();
                RelayHalt _ = RelayHalt.begin(data)) {
            SeededConversations seeding = new SeededConversations(connection, people);
            seeding.people();
            seeding.pairs(model, each);
            seeding.insert(model);
            return seeding.sample(sample);
        }
    }

    private void people() throws SQLException {
        execute("CREATE TEMP TABLE person (n int PRIMARY KEY, id uuid NOT NULL, session uuid NOT NULL)");
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO person SELECT n - 1, id, session FROM unnest(?::uuid[], ?::uuid[]) WITH ORDINALITY AS p (id, session, n)")) {
            insert.setArray(1, uuids(people.stream().map(SeededAccount::user).toList()));
            insert.setArray(2, uuids(people.stream().map(SeededAccount::session).toList()));
            insert.executeUpdate();
        }
    }

    private java.sql.Array uuids(List<UUID> values) throws SQLException {
        return connection.createArrayOf("uuid", values.toArray());
    }

    private void pairs(String model, int each) throws SQLException {
        SeededAccount starter = people.get(0);
        SeededAccount other = people.get(1);
        try (PreparedStatement pairs = connection.prepareStatement(PAIRS)) {
            pairs.setBoolean(1, startsFirst(model, starter));
            pairs.setInt(2, each / 2);
            pairs.setInt(3, people.size());
            pairs.execute();
        }
        execute("CREATE INDEX ON pair (n)");
        execute("ANALYZE pair");
        boolean starterFirst = startsFirst(model, starter);
        // By way of names, since one of a pair may be one of the model's two.
        execute("""
                CREATE FUNCTION pg_temp.filled(template text, pair pair) RETURNS text LANGUAGE sql IMMUTABLE AS $$
                  SELECT replace(replace(replace(replace(template, '<conversation>', pair.conversation::text),
                         '<first>', pair.first::text), '<second>', pair.second::text), '<session>', pair.session::text)
                $$
                """);
        execute("""
                CREATE FUNCTION pg_temp.template(model text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
                  SELECT replace(replace(replace(replace(model, '%s', '<conversation>'), '%s', '<first>'), '%s', '<second>'),
                         '%s', '<session>')
                $$
                """.formatted(
                        model,
                        starterFirst ? starter.user() : other.user(),
                        starterFirst ? other.user() : starter.user(),
                        starter.session()));
    }

    /** Whether the one who started the model is named before the other. */
    private boolean startsFirst(String model, SeededAccount starter) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("""
                SELECT convert_from(payload, 'UTF8')::jsonb -> 'members' ->> 0 = ?
                FROM log.event WHERE stream = 'conversation/' || ? AND sequence = 0
                """)) {
            ask.setString(1, starter.user().toString());
            ask.setString(2, model);
            try (ResultSet answer = ask.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    private void insert(String model) throws SQLException {
        int count = count();
        connection.setAutoCommit(false);
        for (int from = 0; from < count; from += TOGETHER) {
            int to = Math.min(count, from + TOGETHER);
            try (PreparedStatement members = connection.prepareStatement(MEMBERS);
                    PreparedStatement events = connection.prepareStatement(EVENTS)) {
                members.setString(1, model);
                members.setInt(2, from);
                members.setInt(3, to);
                members.executeUpdate();
                events.setString(1, model);
                events.setInt(2, to - from);
                events.setInt(3, to - from);
                events.setInt(4, from);
                events.setInt(5, from);
                events.setInt(6, to);
                events.executeUpdate();
            }
            connection.commit();
        }
        connection.setAutoCommit(true);
        // As a database that has run for a while has it: index entries answer without a look at their rows.
        execute("VACUUM (ANALYZE) log.event, log.membership");
    }

    private int count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT count(*) FROM pair")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private List<SeededConversation> sample(int count) throws SQLException {
        List<SeededConversation> drawn = new ArrayList<>(count);
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT conversation, one, other FROM pair ORDER BY random() LIMIT ?")) {
            ask.setInt(1, count);
            try (ResultSet answer = ask.executeQuery()) {
                while (answer.next()) {
                    drawn.add(new SeededConversation(answer.getString(1), answer.getInt(2), answer.getInt(3)));
                }
            }
        }
        return drawn;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
