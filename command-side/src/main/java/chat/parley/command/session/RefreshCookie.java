package chat.parley.command.session;

import chat.parley.access.AllowedOrigins;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The refresh token as a browser's cookie: not readable by scripts, other hosts or other sites. */
@Component
public final class RefreshCookie {

    /** Browsers take a name with this prefix only with Secure, Path=/ and no Domain (RFC 6265bis, 4.1.3.2). */
    public static final String NAME = "__Host-parley-refresh";

    private final AllowedOrigins origins;

    RefreshCookie(AllowedOrigins origins) {
        this.origins = origins;
    }

    ResponseCookie holding(RefreshToken token) {
        return cookie(token.value(), Sessions.KEPT_UNUSED);
    }

    public ResponseCookie cleared() {
        return cookie("", Duration.ZERO);
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

    private static ResponseCookie cookie(String value, Duration age) {
        return ResponseCookie.from(NAME, value)
                .secure(true)
                .httpOnly(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build();
    }
}
