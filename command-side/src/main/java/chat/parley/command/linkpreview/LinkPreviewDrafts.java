package chat.parley.command.linkpreview;

import chat.parley.command.schema.CommandSchemas;
import chat.parley.events.LinkPreview;
import chat.parley.events.LinkPreviewId;
import chat.parley.events.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Previews that somebody has asked for and may send with a message for a while, and the pictures of those that were sent. */
@Component
public class LinkPreviewDrafts {

    private static final Duration USABLE = Duration.ofHours(1);

    /** A message with it may be on its way when it ends. */
    private static final Duration KEPT = USABLE.plusMinutes(10);

    /** A picture is in the object store by then, or never. */
    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(2);

    private static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkPreviewDrafts(
            JdbcClient jdbc, ObjectProvider<Clock> clock, @SuppressWarnings("unused") CommandSchemas schemas) {
        this.jdbc = jdbc;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /** A preview, and whose it is. */
    record Owned(LinkPreviewId id, UserId account) {}

    /** What this person may send; empty for what is not theirs, not there or over. */
    public Optional<LinkPreview> find(UserId account, LinkPreviewId id) {
        return jdbc.sql("SELECT id, url, title, description, width, height FROM uploads.link_preview"
                        + " WHERE account = ? AND id = ? AND made > ?")
                .params(account.value(), id.value(), earlier(USABLE))
                .query(LinkPreviewDrafts::preview)
                .optional();
    }

    void keep(UserId account, LinkPreviewId id, LinkPreview preview) {
        jdbc.sql(
                        "INSERT INTO uploads.link_preview (id, account, url, title, description, made) VALUES (?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(account.value())
                .param(preview.url())
                .param(preview.title())
                .param(preview.description())
                .param(earlier(Duration.ZERO))
                .update();
    }

    /** @return false if it was erased meanwhile */
    boolean keepPicture(LinkPreview.Picture picture) {
        return jdbc.sql("UPDATE uploads.link_preview SET width = ?, height = ? WHERE id = ? AND url <> ''")
                        .params(picture.width(), picture.height(), picture.id().value())
                        .update()
                == 1;
    }

    /** Of an erased person nothing is left but that a picture may still come; in the transaction that erases them. */
    public void erase(UserId account) {
        jdbc.sql("UPDATE uploads.link_preview SET url = '', title = '', description = NULL, width = NULL, height = NULL"
                        + " WHERE account = ?")
                .param(account.value())
                .update();
    }

    /** Whether a picture may still be written below this person's id. */
    public boolean mayStillCome(UserId account) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM uploads.link_preview WHERE account = ? AND made > ?)")
                .params(account.value(), earlier(WRITTEN_WITHIN))
                .query(Boolean.class)
                .single();
    }

    /** Once nothing of an erased person is in the store and nothing can come. */
    public void forget(UserId account) {
        jdbc.sql("DELETE FROM uploads.link_preview WHERE account = ?")
                .param(account.value())
                .update();
    }

    /** Those that nobody can send any more and nobody sent with a picture. */
    List<Owned> unsent() {
        return jdbc.sql("""
                SELECT id, account FROM uploads.link_preview WHERE made < ?
                AND NOT EXISTS (SELECT FROM log.link_picture WHERE picture = link_preview.id) LIMIT ?
                """)
                .params(earlier(KEPT), PAGE)
                .query(LinkPreviewDrafts::owned)
                .list();
    }

    /** What was said there is in the message. */
    void deleteSent() {
        jdbc.sql("""
                DELETE FROM uploads.link_preview WHERE made < ?
                AND EXISTS (SELECT FROM log.link_picture WHERE picture = link_preview.id)
                """).param(earlier(KEPT)).update();
    }

    void delete(Owned preview) {
        jdbc.sql("DELETE FROM uploads.link_preview WHERE id = ?")
                .param(preview.id().value())
                .update();
    }

    /** Pictures of messages that were deleted; what a hold keeps is not. */
    List<Owned> deleted() {
        return jdbc.sql("""
                SELECT picture AS id, author AS account FROM log.link_picture WHERE deleted
                AND NOT EXISTS (SELECT FROM log.account WHERE account.account = author AND held) LIMIT ?
                """).param(PAGE).query(LinkPreviewDrafts::owned).list();
    }

    void forgetPicture(Owned preview) {
        jdbc.sql("DELETE FROM log.link_picture WHERE picture = ? AND deleted")
                .param(preview.id().value())
                .update();
    }

    private OffsetDateTime earlier(Duration before) {
        return clock.instant().minus(before).atOffset(ZoneOffset.UTC);
    }

    private static Owned owned(ResultSet row, int index) throws SQLException {
        return new Owned(
                new LinkPreviewId(row.getObject("id", UUID.class)), new UserId(row.getObject("account", UUID.class)));
    }

    private static LinkPreview preview(ResultSet row, int index) throws SQLException {
        LinkPreviewId id = new LinkPreviewId(row.getObject("id", UUID.class));
        Integer width = row.getObject("width", Integer.class);
        return new LinkPreview(
                row.getString("url"),
                row.getString("title"),
                row.getString("description"),
                width == null ? null : new LinkPreview.Picture(id, width, row.getInt("height")));
    }
}
