package chat.parley.events;

import java.util.Locale;
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
        @Nullable String phone) {

    /** The username that someone means who wrote this: without blanks at its ends, in lower case. */
    public static String usernameFrom(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }
}
