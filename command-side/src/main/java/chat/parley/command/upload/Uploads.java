package chat.parley.command.upload;

import chat.parley.command.schema.CommandSchemas;
import chat.parley.events.ConversationId;
import chat.parley.events.SequenceRange;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of uploads. A change of state names the state it starts from, so of two at once only one happens. */
@Component
public class Uploads {

    /** How long a process may work on one before another takes it over. */
    private static final Duration BUSY = Duration.ofMinutes(2);

    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration UNUSED = Duration.ofHours(24);
    private static final Duration ANNOUNCED = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final String COLUMNS =
            "account, id, owner, purpose, kind, type, size, state, refused, put_until, copied_from";

    /** What a hold keeps is not deleted. */
    private static final String NOT_HELD =
            " AND NOT EXISTS (SELECT FROM log.account WHERE account.account IN (upload.account, upload.owner) AND held)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Uploads(JdbcClient jdbc, ObjectProvider<Clock> clock, @SuppressWarnings("unused") CommandSchemas schemas) {
        this.jdbc = jdbc;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    Optional<Upload> find(UserId account, UploadId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM uploads.upload WHERE account = ? AND id = ?")
                .params(account.value(), id.value())
                .query(Uploads::upload)
                .optional();
    }

    /** How many of an account take place and are not used. */
    int waiting(UserId account) {
        return jdbc.sql(
                        "SELECT count(*) FROM uploads.upload WHERE account = ? AND state IN ('reserved', 'checking', 'ready')")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    /** How many bytes of files an account has, or may put. */
    long space(UserId account) {
        return jdbc.sql("SELECT coalesce(sum(size), 0) FROM uploads.upload WHERE account = ? AND purpose = 'attachment'"
                        + " AND state IN ('reserved', 'checking', 'ready', 'attached')")
                .param(account.value())
                .query(Long.class)
                .single();
    }

    /** @throws Refused {@link Reason#UPLOAD_ID_REUSED} if something of this id lies below the owner's id already */
    void reserve(UserId account, UploadId id, Announced file, Duration putWithin) {
        requireOwnPlace(jdbc.sql(
                        "INSERT INTO uploads.upload (account, id, owner, purpose, kind, type, size, state, changed, put_until)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, 'reserved', ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        account.value(),
                        id.value(),
                        file.owner(account),
                        file.purpose().code())
                .params(file.kind(), file.type(), file.size(), now(), later(putWithin))
                .update());
    }

    /**
     * A copy of a file below its owner's id, for somebody else's message.
     *
     * @throws Refused {@link Reason#UPLOAD_ID_REUSED} as for {@link #reserve}: whoever copies chooses the id
     */
    void reserveCopy(UserId account, UploadId id, CheckedUpload of) {
        requireOwnPlace(jdbc.sql("INSERT INTO uploads.upload"
                        + " (account, id, owner, purpose, kind, type, size, state, changed, put_until, swept, copied_from)"
                        + " VALUES (?, ?, ?, 'attachment', ?, ?, ?, 'checking', ?, ?, true, ?) ON CONFLICT DO NOTHING")
                .params(account.value(), id.value(), of.owner(), of.kind(), of.type(), of.size(), now(), now())
                .param(of.id().value())
                .update());
    }

    private static void requireOwnPlace(int inserted) {
        if (inserted == 0) {
            throw new Refused(Reason.UPLOAD_ID_REUSED);
        }
    }

    /** So that its bytes can be put for a while more. */
    boolean prolong(Upload upload, Duration putWithin) {
        return jdbc.sql("UPDATE uploads.upload SET put_until = ?, swept = false"
                                + " WHERE account = ? AND id = ? AND state = 'reserved'")
                        .params(
                                later(putWithin),
                                upload.account().value(),
                                upload.id().value())
                        .update()
                == 1;
    }

    boolean checkNow(UserId account, UploadId id) {
        return move(account, id, UploadState.RESERVED, UploadState.CHECKING);
    }

    boolean ready(Upload upload, Checked checked) {
        return jdbc.sql("UPDATE uploads.upload SET state = 'ready', made_type = ?, made_size = ?, sha256 = ?,"
                                + " width = ?, height = ?, changed = ?, busy_until = '-infinity'"
                                + " WHERE account = ? AND id = ? AND state = 'checking'")
                        .params(Arrays.asList(
                                checked.type(),
                                checked.size(),
                                checked.sha256(),
                                checked.width(),
                                checked.height(),
                                now()))
                        .params(upload.account().value(), upload.id().value())
                        .update()
                == 1;
    }

    void refuse(Upload upload, Reason reason) {
        jdbc.sql("UPDATE uploads.upload SET state = 'refused', refused = ?, changed = ?, busy_until = '-infinity'"
                        + " WHERE account = ? AND id = ? AND state = 'checking'")
                .params(
                        reason.code(),
                        now(),
                        upload.account().value(),
                        upload.id().value())
                .update();
    }

    /**
     * Uses an upload, in the transaction of whatever uses it.
     *
     * @throws Refused {@link Reason#UPLOAD_NOT_READY}; {@link Reason#UPLOAD_UNKNOWN} for whatever else cannot be used, whyever
     */
    public void attach(UserId account, UploadId id, UUID owner, Purpose purpose) {
        int attached = jdbc.sql("UPDATE uploads.upload SET state = 'attached', changed = ?"
                        + " WHERE account = ? AND id = ? AND owner = ? AND purpose = ? AND state = 'ready'")
                .params(now(), account.value(), id.value(), owner, purpose.code())
                .update();
        if (attached == 0) {
            throw unusable(account, id);
        }
    }

    /**
     * Uses an upload for a message, in the transaction that records it.
     *
     * @throws Refused as {@link #attach}
     */
    public void attach(UserId author, UploadId id, ConversationId conversation, long sequence) {
        int attached = jdbc.sql(
                        "UPDATE uploads.upload SET state = 'attached', conversation = ?, sequence = ?, changed = ?"
                                + " WHERE account = ? AND id = ? AND purpose = 'attachment' AND state = 'ready'")
                .params(conversation.value(), sequence, now(), author.value(), id.value())
                .update();
        if (attached == 0) {
            throw unusable(author, id);
        }
    }

    /** The files of messages that are not there any more. */
    public int detach(ConversationId conversation, SequenceRange messages) {
        return jdbc.sql("UPDATE uploads.upload SET state = 'deleting', changed = ?"
                        + " WHERE conversation = ? AND sequence BETWEEN ? AND ? AND state = 'attached'")
                .params(now(), conversation.value(), messages.first(), messages.last())
                .update();
    }

    /** One's own upload for a message, once it was checked. */
    public CheckedUpload usable(UserId author, UploadId id) {
        return checked(
                        "account = ? AND id = ? AND purpose = 'attachment' AND state IN ('ready', 'attached')",
                        author.value(),
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(() -> unusable(author, id));
    }

    /** The files of a message that are served. */
    public List<CheckedUpload> of(ConversationId conversation, long sequence) {
        return checked("conversation = ? AND sequence = ? AND state = 'attached'", conversation.value(), sequence);
    }

    /** What a copy is made of, as long as it is served. */
    Optional<CheckedUpload> source(UUID owner, UUID upload) {
        return checked("owner = ? AND id = ? AND state = 'attached'", owner, upload).stream()
                .findFirst();
    }

    private List<CheckedUpload> checked(String which, Object... parameters) {
        return jdbc.sql("SELECT id, owner, kind, made_type, made_size, sha256, width, height FROM uploads.upload WHERE "
                        + which)
                .params(Arrays.asList(parameters))
                .query((row, _) -> new CheckedUpload(
                        new UploadId(row.getObject("id", UUID.class)),
                        row.getObject("owner", UUID.class),
                        row.getInt("kind"),
                        new Checked(
                                row.getString("made_type"),
                                row.getLong("made_size"),
                                row.getString("sha256"),
                                row.getObject("width", Integer.class),
                                row.getObject("height", Integer.class))))
                .list();
    }

    private Refused unusable(UserId account, UploadId id) {
        boolean soon = find(account, id)
                .filter(it -> it.state() == UploadState.CHECKING)
                .isPresent();
        return new Refused(soon ? Reason.UPLOAD_NOT_READY : Reason.UPLOAD_UNKNOWN);
    }

    /** What an owner used until now for a purpose is deleted from now on. */
    public void replace(UUID owner, Purpose purpose, @Nullable UploadId by) {
        jdbc.sql("UPDATE uploads.upload SET state = 'deleting', changed = ?"
                        + " WHERE owner = ? AND purpose = ? AND state = 'attached' AND id <> ALL (?)")
                .params(now(), owner, purpose.code(), by == null ? new UUID[0] : new UUID[] {by.value()})
                .update();
    }

    /** What is shown of an owner for a purpose. */
    public Optional<UploadId> attached(UUID owner, Purpose purpose) {
        return jdbc.sql("SELECT id FROM uploads.upload WHERE owner = ? AND purpose = ? AND state = 'attached'")
                .params(owner, purpose.code())
                .query((row, _) -> new UploadId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** What is not used is not wanted any more. */
    void discard(UserId account, UploadId id) {
        jdbc.sql(
                        "UPDATE uploads.upload SET state = 'deleting', refused = NULL, changed = ? WHERE account = ? AND id = ?"
                                + " AND state IN ('reserved', 'checking', 'ready', 'refused', 'expired')")
                .params(now(), account.value(), id.value())
                .update();
    }

    /** Nothing of this person's is served any more, but for the pictures of groups, which are the groups'; in the transaction that erases them. */
    public void erase(UserId account) {
        jdbc.sql("UPDATE uploads.upload SET state = 'deleting', refused = NULL, changed = ?"
                        + " WHERE (owner = ? OR account = ?) AND state NOT IN ('deleting', 'gone')"
                        + " AND NOT (purpose = 'group_picture' AND state = 'attached')")
                .params(now(), account.value(), account.value())
                .update();
    }

    /** Whether something may still be put by this person or below their id, or something they sent on is not deleted yet. */
    public boolean mayStillCome(UserId owner) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM uploads.upload WHERE owner = ? AND put_until >= ?)"
                                + " OR EXISTS (SELECT FROM uploads.upload WHERE account = ? AND owner <> ?"
                                + " AND (NOT swept OR (state <> 'gone' AND NOT (purpose = 'group_picture' AND state = 'attached'))))")
                .params(owner.value(), now(), owner.value(), owner.value())
                .query(Boolean.class)
                .single();
    }

    /** Once nothing of an erased person is in the store and nothing can come. The row of a group's picture stays as long as that does. */
    public void forget(UserId owner) {
        jdbc.sql("DELETE FROM uploads.upload WHERE (owner = ? OR account = ?)"
                        + " AND NOT (purpose = 'group_picture' AND state <> 'gone')")
                .params(owner.value(), owner.value())
                .update();
    }

    Optional<Upload> nextPictureToCheck() {
        return next("state = 'checking' AND kind = 1");
    }

    /** Of any other kind: they can be large, and pictures do not wait for them. */
    Optional<Upload> nextFileToCheck() {
        return next("state = 'checking' AND kind <> 1");
    }

    /** Work on it goes on. */
    void stillBusy(Upload upload) {
        jdbc.sql("UPDATE uploads.upload SET busy_until = ? WHERE account = ? AND id = ?")
                .params(later(BUSY), upload.account().value(), upload.id().value())
                .update();
    }

    Optional<Upload> nextToDelete() {
        return next("state = 'deleting'" + NOT_HELD);
    }

    /** What may have been put once more after it was looked at. */
    Optional<Upload> nextToSweep() {
        return next("NOT swept AND put_until < now() AND state NOT IN ('reserved', 'checking')" + NOT_HELD);
    }

    private Optional<Upload> next(String which) {
        return jdbc.sql(
                        "UPDATE uploads.upload SET busy_until = ? WHERE (account, id) = (SELECT account, id FROM uploads.upload"
                                + " WHERE busy_until < ? AND " + which
                                + " ORDER BY changed LIMIT 1 FOR UPDATE SKIP LOCKED)"
                                + " RETURNING " + COLUMNS)
                .params(later(BUSY), now())
                .query(Uploads::upload)
                .optional();
    }

    /** After a failure that may pass. */
    void again(Upload upload) {
        jdbc.sql("UPDATE uploads.upload SET busy_until = ? WHERE account = ? AND id = ?")
                .params(later(RETRY), upload.account().value(), upload.id().value())
                .update();
    }

    void gone(Upload upload) {
        jdbc.sql("UPDATE uploads.upload SET busy_until = '-infinity' WHERE account = ? AND id = ?")
                .params(upload.account().value(), upload.id().value())
                .update();
        move(upload.account(), upload.id(), UploadState.DELETING, UploadState.GONE);
    }

    void swept(Upload upload) {
        jdbc.sql("UPDATE uploads.upload SET swept = true, busy_until = '-infinity'"
                        + " WHERE account = ? AND id = ? AND put_until = ?")
                .params(upload.account().value(), upload.id().value())
                .param(upload.putUntil().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What nobody completed or used in time, and what need not be remembered. */
    void expire() {
        jdbc.sql(
                        "UPDATE uploads.upload SET state = 'expired', changed = ? WHERE state = 'reserved' AND changed < ? AND put_until < ?")
                .params(now(), earlier(ANNOUNCED), now())
                .update();
        jdbc.sql("UPDATE uploads.upload SET state = 'deleting', changed = ? WHERE state = 'ready' AND changed < ?")
                .params(now(), earlier(UNUSED))
                .update();
        jdbc.sql("DELETE FROM uploads.upload WHERE state IN ('gone', 'refused', 'expired') AND swept AND changed < ?")
                .param(earlier(REMEMBERED))
                .update();
    }

    private boolean move(UserId account, UploadId id, UploadState from, UploadState to) {
        return jdbc.sql("UPDATE uploads.upload SET state = ?, changed = ? WHERE account = ? AND id = ? AND state = ?")
                        .params(to.code(), now(), account.value(), id.value(), from.code())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return later(Duration.ZERO);
    }

    private OffsetDateTime later(Duration after) {
        return clock.instant().plus(after).atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime earlier(Duration before) {
        return later(before.negated());
    }

    private static Upload upload(ResultSet row, int index) throws SQLException {
        String refused = row.getString("refused");
        return new Upload(
                new UserId(row.getObject("account", UUID.class)),
                new UploadId(row.getObject("id", UUID.class)),
                row.getObject("owner", UUID.class),
                Purpose.ofCode(row.getString("purpose")).orElseThrow(),
                row.getInt("kind"),
                row.getString("type"),
                row.getLong("size"),
                UploadState.ofCode(row.getString("state")),
                refused == null ? null : Reason.ofCode(refused).orElse(Reason.FILE_DIFFERS),
                row.getObject("put_until", OffsetDateTime.class).toInstant(),
                row.getObject("copied_from", UUID.class));
    }
}
