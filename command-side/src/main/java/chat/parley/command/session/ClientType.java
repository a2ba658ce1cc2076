package chat.parley.command.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The kind of client app, which decides where its refresh token is kept. */
public enum ClientType {
    /** A browser: in a cookie that no script can read. */
    @JsonProperty("browser")
    BROWSER,
    /** A native app: in its own secret storage; the token is in the answer's body. */
    @JsonProperty("native")
    NATIVE;

    public static ClientType orBrowser(@Nullable ClientType asked) {
        return asked == null ? BROWSER : asked;
    }
}
