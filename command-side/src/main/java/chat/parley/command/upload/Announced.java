package chat.parley.command.upload;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as its owner's device announces it.
 *
 * @param group whose picture it is to be; null for a file of one's own
 * @param kind as of an {@link chat.parley.events.Attachment}
 * @param type sent with its bytes; what is served has the type that they tell
 * @param size in bytes
 */
record Announced(Purpose purpose, @Nullable ConversationId group, int kind, String type, long size) {

    /** Below whose id it lies in the object store. */
    UUID owner(UserId account) {
        return group == null ? account.value() : group.value();
    }

    boolean isOf(Upload upload) {
        return upload.purpose() == purpose
                && upload.owner().equals(owner(upload.account()))
                && upload.kind() == kind
                && upload.type().equals(type)
                && upload.size() == size
                && upload.copiedFrom() == null;
    }
}
