package chat.parley.views.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether someone is connected.
 *
 * @param lastSeen when they last were; null while online or not known
 */
public record Presence(boolean online, @Nullable Instant lastSeen) {}
