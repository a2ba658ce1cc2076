package chat.parley.command.inventory;

import chat.parley.command.schema.CommandSchemas;
import chat.parley.events.ConversationId;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What uploads take, as the table of uploads has it: the sizes of what was uploaded, without the smaller pictures of it. */
@Component
class FileUsage {

    record Space(long files, long bytes) {}

    record OfPerson(UserId account, long files, long bytes) {}

    record OfConversation(ConversationId conversation, long files, long bytes) {}

    /**
     * @param owner below whose id it lies
     * @param conversation it was sent in, or whose picture it is; absent for what is not used or is a picture of a person
     * @param sequence of its message; absent for what belongs to none
     */
    record FileTaken(
            UploadId upload,
            UserId account,
            UUID owner,
            String purpose,
            String state,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ConversationId conversation,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long sequence,

            String type,
            long bytes,
            Instant changed) {}

    private static final String THERE =
            " FROM uploads.upload WHERE state IN ('checking', 'ready', 'attached', 'deleting')";
    private static final String CONVERSATION =
            "coalesce(conversation, CASE WHEN purpose = 'group_picture' THEN owner END)";
    private static final String SPACE = "count(*) AS files, coalesce(sum(size), 0) AS bytes";

    private final JdbcClient jdbc;

    FileUsage(JdbcClient jdbc, @SuppressWarnings("unused") CommandSchemas schemas) {
        this.jdbc = jdbc;
    }

    Space all() {
        return space("SELECT " + SPACE + THERE);
    }

    /** What was given up, and is not deleted yet. */
    Space toBeDeleted() {
        return space("SELECT " + SPACE + THERE + " AND state = 'deleting'");
    }

    Space ofPerson(UUID account) {
        return space("SELECT " + SPACE + THERE + " AND account = ?", account);
    }

    Space ofConversation(UUID conversation) {
        return space("SELECT " + SPACE + THERE + " AND " + CONVERSATION + " = ?", conversation);
    }

    private Space space(String query, Object... parameters) {
        return jdbc.sql(query)
                .params(parameters)
                .query((row, _) -> new Space(row.getLong("files"), row.getLong("bytes")))
                .single();
    }

    List<OfPerson> people(int most) {
        return jdbc.sql("SELECT account, " + SPACE + THERE + " GROUP BY account ORDER BY bytes DESC, account LIMIT ?")
                .param(most)
                .query((row, _) -> new OfPerson(
                        new UserId(row.getObject("account", UUID.class)), row.getLong("files"), row.getLong("bytes")))
                .list();
    }

    List<OfConversation> conversations(int most) {
        return jdbc.sql("SELECT " + CONVERSATION + " AS there, " + SPACE + THERE + " AND " + CONVERSATION
                        + " IS NOT NULL GROUP BY there ORDER BY bytes DESC, there LIMIT ?")
                .param(most)
                .query((row, _) -> new OfConversation(
                        new ConversationId(row.getObject("there", UUID.class)),
                        row.getLong("files"),
                        row.getLong("bytes")))
                .list();
    }

    List<FileTaken> largest(int most) {
        return largest("", most);
    }

    List<FileTaken> largestOf(UUID personOrConversation, int most) {
        return largest(" AND ? IN (account, " + CONVERSATION + ")", personOrConversation, most);
    }

    private List<FileTaken> largest(String which, Object... parameters) {
        return jdbc.sql("SELECT id, account, owner, purpose, state, " + CONVERSATION
                        + " AS there, sequence, coalesce(made_type, type) AS type, size, changed" + THERE + which
                        + " ORDER BY size DESC, owner, id LIMIT ?")
                .params(parameters)
                .query(FileUsage::file)
                .list();
    }

    private static FileTaken file(ResultSet row, int index) throws SQLException {
        UUID conversation = row.getObject("there", UUID.class);
        return new FileTaken(
                new UploadId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("account", UUID.class)),
                row.getObject("owner", UUID.class),
                row.getString("purpose"),
                row.getString("state"),
                conversation == null ? null : new ConversationId(conversation),
                row.getObject("sequence", Long.class),
                row.getString("type"),
                row.getLong("size"),
                row.getObject("changed", OffsetDateTime.class).toInstant());
    }
}
