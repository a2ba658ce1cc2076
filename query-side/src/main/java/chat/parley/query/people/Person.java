package chat.parley.query.people;

import chat.parley.events.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone, as others see them.
 *
 * @param username null only while the directory has not caught up with a new account
 * @param lastSeen null while online or not known
 */
public record Person(
        UserId user,
        @Nullable String username,
        @Nullable String displayName,
        boolean online,
        @Nullable Instant lastSeen) {}
