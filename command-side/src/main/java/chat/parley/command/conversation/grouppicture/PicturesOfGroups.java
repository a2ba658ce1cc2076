package chat.parley.command.conversation.grouppicture;

import chat.parley.command.upload.Purpose;
import chat.parley.command.upload.UploadWorker;
import chat.parley.command.upload.Uploads;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupDeleted;
import chat.parley.events.GroupPictureChanged;
import chat.parley.events.ParleyEvent;
import chat.parley.events.UploadId;
import chat.parley.log.guard.AppendGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The picture that a group shows is used by the transaction that records it, which also gives up the one before; so does a deletion. */
@Component
class PicturesOfGroups implements AppendGuard {

    private final Uploads uploads;
    private final UploadWorker worker;

    PicturesOfGroups(Uploads uploads, UploadWorker worker) {
        this.uploads = uploads;
        this.worker = worker;
    }

    @Override
    public boolean concerns(ParleyEvent event) {
        return event instanceof GroupPictureChanged || event instanceof GroupDeleted;
    }

    @Override
    public void write(ParleyEvent event, long sequence) {
        if (event instanceof GroupPictureChanged changed) {
            UploadId picture = changed.picture();
            if (picture != null) {
                uploads.attach(
                        changed.changedBy(), picture, changed.conversation().value(), Purpose.GROUP_PICTURE);
            }
            show(changed.conversation(), picture);
        }
        if (event instanceof GroupDeleted deleted) {
            show(deleted.conversation(), null);
        }
    }

    private void show(ConversationId group, @Nullable UploadId picture) {
        uploads.replace(group.value(), Purpose.GROUP_PICTURE, picture);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.delete();
            }
        });
    }
}
