package chat.parley.views.directory;

import chat.parley.events.StatusDetails;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

final class PostgresUserDirectory implements UserDirectory {

    private static final String COLUMNS =
            "SELECT e.id, e.username, e.display_name, e.about, e.joined, e.position, e.erased, a.avatar"
                    + " FROM %s.user_entry e LEFT JOIN %s.user_avatar a USING (id) ";

    /** Searches prefixes as ranges, for which any plan uses the index; the highest code point ends a range. */
    private static final String SEARCH = COLUMNS + """
        LEFT JOIN %s.user_findable f USING (id)
        LEFT JOIN %s.user_suspended s USING (id)
        WHERE e.username > :after
          AND e.id IN (SELECT id FROM %s.user_term WHERE term >= :first AND term < :first || chr(1114111))
          AND NOT EXISTS (
            SELECT FROM unnest(:words::text[]) word
            WHERE NOT EXISTS (
              SELECT FROM %s.user_term t
              WHERE t.id = e.id AND t.term >= word AND t.term < word || chr(1114111)))
          AND NOT coalesce(s.suspended, false)
          AND CASE coalesce(f.findable, 'by_name') WHEN 'by_name' THEN true WHEN 'by_username' THEN e.username = :whole ELSE false END
        ORDER BY e.username LIMIT :limit\
        """;

    private final DirectorySchema schema;
    private final JdbcClient jdbc;

    PostgresUserDirectory(DirectorySchema schema) {
        this.schema = schema;
        this.jdbc = schema.jdbc();
    }

    @Override
    public DirectoryPage search(String query, @Nullable String after, int limit) {
        List<String> words = SearchTerms.words(query);
        if (words.isEmpty()) {
            return new DirectoryPage(List.of(), null);
        }
        List<DirectoryEntry> found = PostgresFailures.ask(() -> sql(SEARCH)
                .param("after", after == null ? "" : after)
                .param("first", words.getFirst())
                .param("words", words.toArray(String[]::new))
                .param("whole", query.strip().toLowerCase(Locale.ROOT))
                .param("limit", limit + 1)
                .query(PostgresUserDirectory::entry)
                .list());
        if (found.size() <= limit) {
            return new DirectoryPage(found, null);
        }
        List<DirectoryEntry> page = found.subList(0, limit);
        return new DirectoryPage(page, page.getLast().username());
    }

    @Override
    public Optional<DirectoryEntry> byUsername(String username) {
        return PostgresFailures.ask(() -> sql(COLUMNS + "WHERE e.username = ?")
                .param(username)
                .query(PostgresUserDirectory::entry)
                .optional());
    }

    @Override
    public Known byIds(Collection<UserId> users) {
        UUID[] ids = users.stream().map(UserId::value).toArray(UUID[]::new);
        return PostgresFailures.ask(
                () -> sql(COLUMNS + "WHERE e.id = ANY (?)").param(ids).query(PostgresUserDirectory::known));
    }

    @Override
    public Map<UserId, StatusDetails> statusesOf(Collection<UserId> users) {
        UUID[] ids = users.stream().map(UserId::value).toArray(UUID[]::new);
        return PostgresFailures.ask(() -> {
            Map<UserId, StatusDetails> statuses = new HashMap<>();
            sql("""
                SELECT id, emoji, line, ends, quiet FROM %s.user_status
                WHERE id = ANY (?) AND num_nonnulls(emoji, line, ends, quiet) > 0
                """).param(ids).query(row -> {
                statuses.put(
                        new UserId(row.getObject("id", UUID.class)),
                        new StatusDetails(
                                row.getString("emoji"), row.getString("line"), time(row, "ends"), time(row, "quiet")));
            });
            return statuses;
        });
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private JdbcClient.StatementSpec sql(String statement) {
        return jdbc.sql(schema.sql(statement));
    }

    private static Known known(ResultSet rows) throws SQLException {
        Map<UserId, DirectoryEntry> named = new HashMap<>();
        Set<UserId> erased = new HashSet<>();
        while (rows.next()) {
            if (rows.getBoolean("erased")) {
                erased.add(new UserId(rows.getObject("id", UUID.class)));
            } else {
                DirectoryEntry entry = entry(rows, rows.getRow());
                named.put(entry.user(), entry);
            }
        }
        return new Known(named, erased);
    }

    private static DirectoryEntry entry(ResultSet row, int index) throws SQLException {
        UUID avatar = row.getObject("avatar", UUID.class);
        return new DirectoryEntry(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("about"),
                time(row, "joined"),
                avatar == null ? null : new UploadId(avatar),
                row.getLong("position"));
    }
}
