package chat.parley.command.session;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The tokens and identity of a signed-in client.
 *
 * @param refreshToken for native clients
 * @param position of the registration in the log, if this was one
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

    /** Keeps the tokens out of logs. */
    @Override
    public String toString() {
        return "SignedIn[" + session + "]";
    }
}
