package chat.parley.command.session;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a signed-in client needs to know.
 *
 * @param refreshToken for a native client
 * @param position of the registration, where this was one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignedIn(
        UserId user,
        String username,
        SessionId session,
        String accessToken,
        long expiresInSeconds,
        @Nullable String refreshToken,
        @Nullable Long position) {

    /** Holds secrets, which do not belong in a log. */
    @Override
    public String toString() {
        return "SignedIn[" + session + "]";
    }
}
