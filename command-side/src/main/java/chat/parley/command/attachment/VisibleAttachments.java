package chat.parley.command.attachment;

import chat.parley.access.Caller;
import chat.parley.command.conversation.TargetMessages;
import chat.parley.command.upload.CheckedUpload;
import chat.parley.command.upload.Uploads;
import chat.parley.events.Attachment;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageContent;
import chat.parley.events.SentMessage;
import chat.parley.events.UploadId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The files that somebody can see: of messages that they can see, as long as these have their content. */
@Component
class VisibleAttachments {

    /** As its message says, and where it is. */
    record Found(Attachment file, CheckedUpload upload) {}

    private final TargetMessages messages;
    private final Uploads uploads;

    VisibleAttachments(TargetMessages messages, Uploads uploads) {
        this.messages = messages;
        this.uploads = uploads;
    }

    /** Of one message; none if it is not there for the caller, whyever. */
    List<Found> of(Caller caller, ConversationId conversation, long sequence) {
        MessageContent content =
                find(caller, conversation, sequence).map(SentMessage::content).orElse(null);
        if (content == null || content.attachments().isEmpty()) {
            return List.of();
        }
        List<CheckedUpload> served = uploads.of(conversation, sequence);
        return content.attachments().stream()
                .flatMap(file -> served.stream()
                        .filter(upload -> upload.id().equals(file.id()))
                        .map(upload -> new Found(file, upload)))
                .toList();
    }

    Optional<Found> of(Caller caller, ConversationId conversation, long sequence, UploadId attachment) {
        return of(caller, conversation, sequence).stream()
                .filter(found -> found.file().id().equals(attachment))
                .findFirst();
    }

    private Optional<SentMessage> find(Caller caller, ConversationId conversation, long sequence) {
        try {
            return messages.find(caller, conversation, sequence);
        } catch (Refused refused) {
            if (refused.reason() == Reason.CONVERSATION_UNKNOWN || refused.reason() == Reason.NEWER_EVENT) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
