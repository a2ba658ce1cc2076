package chat.parley.command.session;

import chat.parley.access.AllowedOrigins;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The refresh token as a browser's cookie: not readable by scripts, other hosts or other sites. Beside it is one that scripts can read and
 * that says only that there is the other, so that a page on which nobody is signed in does not have to ask.
 */
@Component
public final class RefreshCookie {

    /** Browsers take a name with this prefix only with Secure, Path=/ and no Domain (RFC 6265bis, 4.1.3.2). */
    public static final String NAME = "__Host-parley-refresh";

    private static final String HINT = "__Host-parley-signed-in";

    private final AllowedOrigins origins;

    RefreshCookie(AllowedOrigins origins) {
        this.origins = origins;
    }

    /** The values of Set-Cookie, as those of {@link #cleared}. */
    String[] holding(RefreshToken token) {
        return both(token.value(), "1", Sessions.KEPT_UNUSED);
    }

    public String[] cleared() {
        return both("", "", Duration.ZERO);
    }

    /**
     * Reads the token from the cookie, if the request's origin may use it.
     *
     * @throws Refused {@link Reason#ORIGIN_REFUSED}, {@link Reason#REFRESH_INVALID}
     */
    public RefreshToken read(@Nullable String cookie, @Nullable String origin) {
        if (cookie == null) {
            throw new Refused(Reason.REFRESH_INVALID);
        }
        if (origin == null || !origins.accepts(origin)) {
            throw new Refused(Reason.ORIGIN_REFUSED);
        }
        return RefreshToken.parse(cookie);
    }

    private static String[] both(String token, String hint, Duration age) {
        return new String[] {cookie(NAME, token, true, age), cookie(HINT, hint, false, age)};
    }

    private static String cookie(String name, String value, boolean httpOnly, Duration age) {
        return ResponseCookie.from(name, value)
                .secure(true)
                .httpOnly(httpOnly)
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }
}
