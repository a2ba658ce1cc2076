package chat.parley.command.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Where a client keeps its refresh token. */
public enum Client {
    /** In a cookie no script can read. */
    @JsonProperty("browser")
    BROWSER,
    /** Wherever it keeps secrets; the token is in the answer's body. */
    @JsonProperty("native")
    NATIVE;

    public static Client orBrowser(@Nullable Client asked) {
        return asked == null ? BROWSER : asked;
    }
}
