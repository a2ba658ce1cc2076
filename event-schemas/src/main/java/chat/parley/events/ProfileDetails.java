package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * What a person tells others about themselves.
 *
 * @param username in lower case, {@code [a-z0-9_.]{3,20}}
 * @param displayName 1 to 50 code points
 * @param about 1 to 200 code points, or absent
 */
public record ProfileDetails(
        String username, String displayName, @Nullable String about) {}
