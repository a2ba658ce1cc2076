package chat.parley.views.directory;

import chat.parley.events.Findable;
import chat.parley.events.StatusDetails;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.views.Checkpoint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

final class PostgresDirectoryWriter implements DirectoryWriter {

    private static final String UPSERT = """
        INSERT INTO %s.user_entry AS e (id, username, display_name, about, position) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE
          SET username = excluded.username, display_name = excluded.display_name, about = excluded.about,
              position = excluded.position
          WHERE e.position < excluded.position\
        """;

    /** Told by one event of all, whichever comes first. */
    private static final String JOINED = "UPDATE %s.user_entry SET joined = ? WHERE id = ? AND NOT erased";

    private static final String FORGET = """
        INSERT INTO %s.user_entry AS e (id, position, erased) VALUES (?, ?, true)
        ON CONFLICT (id) DO UPDATE
          SET username = NULL, display_name = NULL, about = NULL, joined = NULL, erased = true, position = excluded.position
          WHERE e.position < excluded.position\
        """;

    private static final String FORGET_TERMS = "DELETE FROM %s.user_term WHERE id = ?";

    private static final String TERMS =
            "INSERT INTO %s.user_term (term, id) SELECT term, ? FROM unnest(?::text[]) term";

    private static final String FINDABLE = """
        INSERT INTO %s.user_findable AS f (id, findable, position) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET findable = excluded.findable, position = excluded.position
          WHERE f.position < excluded.position\
        """;

    private static final String SUSPENDED = """
        INSERT INTO %s.user_suspended AS s (id, suspended, position) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET suspended = excluded.suspended, position = excluded.position
          WHERE s.position < excluded.position\
        """;

    private static final String STATUS = """
        INSERT INTO %s.user_status AS s (id, emoji, line, ends, quiet, position) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE
          SET emoji = excluded.emoji, line = excluded.line, ends = excluded.ends, quiet = excluded.quiet,
              position = excluded.position
          WHERE s.position < excluded.position\
        """;

    private static final String AVATAR = """
        INSERT INTO %s.user_avatar AS a (id, avatar, position) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET avatar = excluded.avatar, position = excluded.position
          WHERE a.position < excluded.position\
        """;

    private static final String ADVANCE = """
        INSERT INTO %s.checkpoint AS c (queue, position, stored) VALUES (?, ?, ?)
        ON CONFLICT (queue) DO UPDATE
          SET position = greatest(c.position, excluded.position), stored = greatest(c.stored, excluded.stored)\
        """;

    private final DirectorySchema schema;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final DirectoryCheckpoints checkpoints;

    PostgresDirectoryWriter(DirectorySchema schema, TransactionTemplate transactions) {
        this.schema = schema;
        this.jdbc = schema.jdbc();
        this.transactions = transactions;
        this.checkpoints = new PostgresDirectoryCheckpoints(schema);
    }

    @Override
    public DirectoryCheckpoints checkpoints() {
        return checkpoints;
    }

    @Override
    public void write(List<DirectoryChange> changes) {
        inTransaction(() -> changes.forEach(this::write));
    }

    @Override
    public void write(List<DirectoryChange> changes, int queue, Checkpoint reached) {
        inTransaction(() -> {
            changes.forEach(this::write);
            sql(ADVANCE).params(queue, reached.position(), reached.stored()).update();
        });
    }

    @Override
    public void forget(UserId user, long position) {
        inTransaction(() -> {
            sql(FORGET).params(user.value(), position).update();
            sql(FORGET_TERMS).param(user.value()).update();
            sql(FINDABLE)
                    .params(user.value(), Findable.BY_NOTHING.code(), position)
                    .update();
            write(new SuspensionChange(user, false, position));
            write(new AvatarChange(user, null, position));
            write(new StatusChange(user, new StatusDetails(null, null, null, null), position));
        });
    }

    private void write(DirectoryChange change) {
        switch (change) {
            case DirectoryEntry entry -> write(entry);
            case FindableChange(var user, var findable, var position) ->
                sql(FINDABLE).params(user.value(), findable.code(), position).update();
            case SuspensionChange(var user, var suspended, var position) ->
                sql(SUSPENDED).params(user.value(), suspended, position).update();
            case StatusChange status -> write(status);
            case AvatarChange avatar -> write(avatar);
        }
    }

    private void write(StatusChange change) {
        StatusDetails status = change.status();
        sql(STATUS)
                .param(change.user().value())
                .param(status.emoji())
                .param(status.line())
                .param(time(status.until()))
                .param(time(status.quietUntil()))
                .param(change.position())
                .update();
    }

    private void write(AvatarChange change) {
        UploadId avatar = change.avatar();
        sql(AVATAR)
                .param(change.user().value())
                .param(avatar == null ? null : avatar.value())
                .param(change.position())
                .update();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private void write(DirectoryEntry entry) {
        UUID id = entry.user().value();
        int newer = sql(UPSERT)
                .params(id, entry.username(), entry.displayName())
                .param(entry.about())
                .param(entry.asOf())
                .update();
        Instant joined = entry.joined();
        if (joined != null) {
            sql(JOINED).params(joined.atOffset(ZoneOffset.UTC), id).update();
        }
        if (newer == 0) {
            return;
        }
        sql(FORGET_TERMS).param(id).update();
        sql(TERMS).params(id, SearchTerms.of(entry).toArray(String[]::new)).update();
    }

    private JdbcClient.StatementSpec sql(String statement) {
        return jdbc.sql(schema.sql(statement));
    }

    private void inTransaction(Runnable work) {
        PostgresFailures.ask(() -> {
            transactions.executeWithoutResult(_ -> work.run());
            return 0;
        });
    }
}
