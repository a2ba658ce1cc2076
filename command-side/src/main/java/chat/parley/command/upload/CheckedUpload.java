package chat.parley.command.upload;

import chat.parley.events.UploadId;
import java.util.UUID;

/**
 * A file of a message, or for one.
 *
 * @param owner below whose id it is in the object store
 * @param kind as of an {@link chat.parley.events.Attachment}
 */
public record CheckedUpload(UploadId id, UUID owner, int kind, Checked file) {

    String type() {
        return file.type();
    }

    long size() {
        return file.size();
    }
}
