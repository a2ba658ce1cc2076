package chat.parley.views.directory;

import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What any signed-in person may know of a person.
 *
 * @param about what they say about themselves
 * @param joined when they registered; null if the entry does not tell
 * @param avatar their picture, which events of its own tell: not written with the entry
 * @param asOf the position of the event that told the names
 */
public record DirectoryEntry(
        UserId user,
        String username,
        String displayName,
        @Nullable String about,
        @Nullable Instant joined,
        @Nullable UploadId avatar,
        long asOf)
        implements DirectoryChange {

    /** As an event tells it. */
    public DirectoryEntry(
            UserId user,
            String username,
            String displayName,
            @Nullable String about,
            @Nullable Instant joined,
            long asOf) {
        this(user, username, displayName, about, joined, null, asOf);
    }
}
