package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * What a person entered at registration.
 *
 * @param username in lower case, {@code [a-z0-9_.]{3,20}}
 * @param displayName shown to others; 1 to 50 code points
 * @param email at most 254 characters
 * @param phone in E.164 form, or absent
 */
public record AccountDetails(
        String username,
        String displayName,
        String email,
        @Nullable String phone) {}
