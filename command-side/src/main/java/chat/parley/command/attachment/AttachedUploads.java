package chat.parley.command.attachment;

import chat.parley.command.upload.UploadWorker;
import chat.parley.command.upload.Uploads;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.ForgetsContent;
import chat.parley.events.MessageSent;
import chat.parley.events.ParleyEvent;
import chat.parley.log.guard.AppendGuard;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The uploads of a message are used by the transaction that records it, so each is in one message, and no message is without its files. They
 * go with its content.
 */
@Component
class AttachedUploads implements AppendGuard {

    private final Uploads uploads;
    private final UploadWorker worker;

    AttachedUploads(Uploads uploads, UploadWorker worker) {
        this.uploads = uploads;
        this.worker = worker;
    }

    @Override
    public boolean concerns(ParleyEvent event) {
        return event instanceof ForgetsContent
                || (event instanceof MessageSent sent && !sent.attachments().isEmpty());
    }

    @Override
    public void write(ParleyEvent event, long sequence) {
        if (event instanceof MessageSent sent) {
            sent.attachments().forEach(file -> uploads.attach(sent.author(), file, sent.conversation(), sequence));
        }
        if (event instanceof ForgetsContent forgetting && event instanceof ConversationEvent there) {
            forget(there.conversation(), forgetting);
        }
    }

    private void forget(ConversationId conversation, ForgetsContent forgetting) {
        int gone = forgetting.forgets().stream()
                .mapToInt(range -> uploads.detach(conversation, range))
                .sum();
        if (gone > 0) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    worker.delete();
                }
            });
        }
    }
}
