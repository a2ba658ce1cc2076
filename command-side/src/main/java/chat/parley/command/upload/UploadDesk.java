package chat.parley.command.upload;

import chat.parley.command.objects.ObjectStore;
import chat.parley.command.objects.ObjectStoreSettings;
import chat.parley.command.objects.SignedRequest;
import chat.parley.command.upload.UploadsController.UploadView;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes announcements of files, and tells where they are to be put. */
@Component
class UploadDesk {

    /** Announced and not used at the same time, by one person. */
    private static final int MOST_WAITING = 50;

    private final Uploads uploads;
    private final UploadWorker worker;
    private final ObjectStore objects;
    private final AccountStatuses accounts;
    private final Duration putWithin;
    private final TransactionTemplate transaction;

    UploadDesk(
            Uploads uploads,
            UploadWorker worker,
            ObjectStore objects,
            ObjectStoreSettings settings,
            AccountStatuses accounts,
            PlatformTransactionManager transactions) {
        this.uploads = uploads;
        this.worker = worker;
        this.objects = objects;
        this.accounts = accounts;
        this.putWithin = settings.putWithin();
        this.transaction = new TransactionTemplate(transactions);
    }

    UploadView announce(UserId account, UploadId id, String purposeCode, String type, long size) {
        if (!objects.exists()) {
            throw new Refused(Reason.NOT_FOUND, "This deployment stores no files.");
        }
        Purpose purpose = Purpose.ofCode(purposeCode).orElseThrow(() -> new Refused(Reason.MALFORMED));
        requireAccepted(purpose, type, size);
        Upload upload = transaction.execute(_ -> reserved(account, id, purpose, type, size));
        if (upload.state() != UploadState.RESERVED) {
            return UploadView.of(upload);
        }
        SignedRequest put = objects.signPut(upload.incoming(), upload.size(), upload.type(), putWithin);
        return UploadView.of(upload, put);
    }

    private static void requireAccepted(Purpose purpose, String type, long size) {
        if (size <= 0) {
            throw new Refused(Reason.FILE_EMPTY);
        }
        if (size > purpose.mostBytes()) {
            throw new Refused(Reason.FILE_TOO_LARGE);
        }
        if (!FileType.PICTURES.contains(type)) {
            throw new Refused(Reason.FILE_TYPE_INVALID);
        }
    }

    /** Locks the account, so that many at once are counted, and none comes after an erasure. */
    private Upload reserved(UserId account, UploadId id, Purpose purpose, String type, long size) {
        if (accounts.lock(account).map(AccountStatuses.AccountStatus::erased).orElse(true)) {
            throw new Refused(Reason.ACCOUNT_ERASED);
        }
        Upload before = uploads.find(account, id).orElse(null);
        if (before == null) {
            if (uploads.waiting(account) >= MOST_WAITING) {
                throw new Refused(Reason.TOO_MANY_UPLOADS);
            }
            uploads.reserve(account, id, account.value(), purpose, type, size, putWithin);
        } else if (before.purpose() != purpose || !before.type().equals(type) || before.size() != size) {
            throw new Refused(Reason.UPLOAD_ID_REUSED);
        } else {
            uploads.prolong(before, putWithin);
        }
        return uploads.find(account, id).orElseThrow();
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
