package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * A group got another picture, or none. The picture itself belongs to the group, and is in the object store alone.
 *
 * @param picture null if there is none from now on
 */
public record GroupPictureChanged(
        ConversationId conversation,
        UserId changedBy,
        @Nullable UploadId picture) implements AltersGroup {

    @Override
    public UserId actor() {
        return changedBy;
    }
}
