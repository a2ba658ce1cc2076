package chat.parley.query.people;

import chat.parley.events.StatusDetails;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.views.directory.DirectoryEntry;
import chat.parley.views.presence.Presence;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person lets others know of them.
 *
 * @param about null where they say nothing, or nothing to whoever asks
 * @param joinedAt when they registered; null if that is not known
 * @param lastSeen null while online, not known or not shown
 * @param asOf the position of the event that told the names
 * @param avatar as of {@link Person}
 * @param status as of {@link Person}
 */
record PersonProfile(
        UserId user,
        String username,
        String displayName,
        @Nullable String about,
        @Nullable Instant joinedAt,
        boolean online,
        @Nullable Instant lastSeen,
        long asOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StatusDetails status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UploadId avatar) {

    static PersonProfile of(
            DirectoryEntry entry,
            @Nullable String about,
            Presence presence,
            @Nullable StatusDetails status,
            @Nullable UploadId avatar) {
        return new PersonProfile(
                entry.user(),
                entry.username(),
                entry.displayName(),
                about,
                entry.joined(),
                presence.online(),
                presence.lastSeen(),
                entry.asOf(),
                status,
                avatar);
    }
}
