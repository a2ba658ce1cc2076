package chat.parley.command.upload;

import chat.parley.command.objects.ObjectStore;
import chat.parley.command.objects.ObjectStoreSettings;
import chat.parley.command.objects.SignedRequest;
import chat.parley.events.Attachment;
import chat.parley.events.ConversationId;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.log.guard.Memberships;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes announcements of files, and tells where they are to be put. */
@Component
@EnableConfigurationProperties(UploadSettings.class)
public class UploadDesk {

    private static final long LARGEST_AVATAR = 10 * 1024 * 1024;

    /** It is decoded in memory; what is larger can be sent as a file. */
    private static final long LARGEST_PICTURE = 30 * 1024 * 1024;

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,60}");

    /** Announced and not used at the same time, by one person. */
    private static final int MOST_WAITING = 50;

    private final Uploads uploads;
    private final UploadWorker worker;
    private final ObjectStore objects;
    private final AccountStatuses accounts;
    private final Memberships memberships;
    private final UploadSettings limits;
    private final Duration putWithin;
    private final TransactionTemplate transaction;

    UploadDesk(
            Uploads uploads,
            UploadWorker worker,
            ObjectStore objects,
            ObjectStoreSettings settings,
            UploadSettings limits,
            AccountStatuses accounts,
            Memberships memberships,
            PlatformTransactionManager transactions) {
        this.uploads = uploads;
        this.worker = worker;
        this.objects = objects;
        this.accounts = accounts;
        this.memberships = memberships;
        this.limits = limits;
        this.putWithin = settings.putWithin();
        this.transaction = new TransactionTemplate(transactions);
    }

    UploadView announce(UserId account, UploadId id, Announced file) {
        requireStore();
        requireAccepted(file);
        requireMember(account, file.group());
        Upload upload = transaction.execute(_ -> reserved(account, id, file));
        if (upload.state() != UploadState.RESERVED) {
            return UploadView.of(upload);
        }
        SignedRequest put = objects.signPut(upload.incoming(), upload.size(), upload.type(), putWithin);
        return UploadView.of(upload, put);
    }

    private void requireStore() {
        if (!objects.exists()) {
            throw new Refused(Reason.NOT_FOUND, "This deployment stores no files.");
        }
    }

    private void requireAccepted(Announced file) {
        if (file.size() <= 0) {
            throw new Refused(Reason.FILE_EMPTY);
        }
        boolean isPortrait = file.purpose().isPortrait();
        long largest = file.kind() == Attachment.IMAGE
                ? (isPortrait ? LARGEST_AVATAR : LARGEST_PICTURE)
                : limits.largest().toBytes();
        if (file.size() > largest) {
            throw new Refused(Reason.FILE_TOO_LARGE);
        }
        boolean ofKnownKind =
                file.kind() >= Attachment.IMAGE && file.kind() <= (isPortrait ? Attachment.IMAGE : Attachment.FILE);
        boolean ofKnownType = isPortrait
                ? FileType.PICTURES.contains(file.type())
                : MEDIA_TYPE.matcher(file.type()).matches();
        if (!ofKnownKind || !ofKnownType) {
            throw new Refused(Reason.FILE_TYPE_INVALID);
        }
    }

    /** Whether they may change the picture is decided when they do. */
    private void requireMember(UserId account, @Nullable ConversationId group) {
        if (group != null && !memberships.of(group, account).present().contains(account)) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
    }

    private Upload reserved(UserId account, UploadId id, Announced file) {
        lock(account);
        Upload before = uploads.find(account, id).orElse(null);
        if (before == null) {
            requireRoom(account, file.purpose(), file.size());
            uploads.reserve(account, id, file, putWithin);
        } else if (!file.isOf(before)) {
            throw new Refused(Reason.UPLOAD_ID_REUSED);
        } else {
            uploads.prolong(before, putWithin);
        }
        return uploads.find(account, id).orElseThrow();
    }

    /** So that many at once are counted, and none comes after an erasure. */
    private void lock(UserId account) {
        if (accounts.lock(account).map(AccountStatuses.AccountStatus::erased).orElse(true)) {
            throw new Refused(Reason.ACCOUNT_ERASED);
        }
    }

    private void requireRoom(UserId account, Purpose purpose, long size) {
        if (uploads.waiting(account) >= MOST_WAITING) {
            throw new Refused(Reason.TOO_MANY_UPLOADS);
        }
        if (purpose == Purpose.ATTACHMENT
                && uploads.space(account) + size > limits.space().toBytes()) {
            uploads.expire();
            if (uploads.space(account) + size > limits.space().toBytes()) {
                throw new Refused(Reason.SPACE_USED_UP);
            }
        }
    }

    /** @param of a file that the account can see */
    public UploadView copy(UserId account, UploadId id, CheckedUpload of) {
        requireStore();
        Upload upload = transaction.execute(_ -> {
            lock(account);
            Upload before = uploads.find(account, id).orElse(null);
            if (before == null) {
                requireRoom(account, Purpose.ATTACHMENT, of.size());
                uploads.reserveCopy(account, id, of);
            } else if (!of.id().value().equals(before.copiedFrom())) {
                throw new Refused(Reason.UPLOAD_ID_REUSED);
            }
            return uploads.find(account, id).orElseThrow();
        });
        worker.check();
        return UploadView.of(upload);
    }

    UploadView find(UserId account, UploadId id) {
        return uploads.find(account, id).map(UploadView::of).orElseThrow(() -> new Refused(Reason.UPLOAD_UNKNOWN));
    }

    UploadView complete(UserId account, UploadId id) {
        if (uploads.checkNow(account, id)) {
            worker.check();
        }
        return find(account, id);
    }

    void discard(UserId account, UploadId id) {
        uploads.discard(account, id);
        worker.delete();
    }
}
