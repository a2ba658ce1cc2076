package chat.parley.views.directory;

import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A person's picture since the event at a position.
 *
 * @param avatar null if they have none
 */
public record AvatarChange(UserId user, @Nullable UploadId avatar, long position) implements DirectoryChange {}
