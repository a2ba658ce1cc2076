package chat.parley.access;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.UnsupportedJwtException;
import java.security.Key;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens of every kind, with public keys only. Tokens are EdDSA (RFC 8037) and name their key by {@code kid}. What was verified is
 * remembered until it expires, because the same token comes with many requests and a signature is expensive.
 */
public final class TokenVerifier {

    /** The tolerated difference between the clocks of two services. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private static final int MOST = 20_000;
    private static final Duration REMEMBERED = TokenKind.ACCESS.lifetime().plus(CLOCK_SKEW);

    private record Verified(Principal principal, Instant expires) {}

    private final Map<TokenKind, Map<String, PublicKey>> keys = new EnumMap<>(TokenKind.class);
    private final Clock clock;
    private final JwtParser parser;
    private final Cache<String, Verified> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    public TokenVerifier(PublicKeys keys, Clock clock) {
        for (TokenKind kind : TokenKind.values()) {
            this.keys.put(kind, keys.of(kind));
        }
        this.clock = clock;
        this.parser = Jwts.parser()
                .json(new JwtJson.Reader())
                .clock(() -> Date.from(clock.instant()))
                .clockSkewSeconds(CLOCK_SKEW.toSeconds())
                .sig()
                .clear()
                .add(Jwts.SIG.EdDSA)
                .and()
                .keyLocator(this::keyFor)
                .requireIssuer(TokenSigner.ISSUER)
                .build();
    }

    /**
     * The principal that a token of any kind names.
     *
     * @throws Refused {@link Reason#TOKEN_EXPIRED}, or {@link Reason#UNAUTHENTICATED} for anything else that is wrong with
     *     it
     */
    public Principal verify(String token) {
        Verified before = known.getIfPresent(token);
        if (before == null) {
            Verified verified = verified(token);
            known.put(token, verified);
            return verified.principal();
        }
        if (clock.instant().isAfter(before.expires().plus(CLOCK_SKEW))) {
            throw new Refused(Reason.TOKEN_EXPIRED);
        }
        return before.principal();
    }

    private Verified verified(String token) {
        try {
            Jws<Claims> jws = parser.parseSignedClaims(token);
            TokenKind kind = kindOf(jws.getHeader());
            Claims claims = jws.getPayload();
            String subject = claims.getSubject();
            String value = claims.get(kind.claim(), String.class);
            Instant expires = expiry(kind, claims);
            if (expires == null
                    || subject == null
                    || value == null
                    || !Set.of(kind.audience()).equals(claims.getAudience())) {
                throw new Refused(Reason.UNAUTHENTICATED);
            }
            return new Verified(kind.principal(subject, value), expires);
        } catch (ExpiredJwtException e) {
            throw new Refused(Reason.TOKEN_EXPIRED);
        } catch (JwtException | IllegalArgumentException e) {
            throw new Refused(Reason.UNAUTHENTICATED);
        }
    }

    /** Null where the token claims a longer life than its kind has, or to be issued later than now. */
    private @Nullable Instant expiry(TokenKind kind, Claims claims) {
        if (claims.getIssuedAt() == null || claims.getExpiration() == null) {
            return null;
        }
        Instant issued = claims.getIssuedAt().toInstant();
        Instant expires = claims.getExpiration().toInstant();
        boolean inTheFuture = issued.isAfter(clock.instant().plus(CLOCK_SKEW));
        boolean tooLong = Duration.between(issued, expires).compareTo(kind.lifetime()) > 0;
        return inTheFuture || tooLong ? null : expires;
    }

    private Key keyFor(Header header) {
        if (header instanceof JwsHeader signed && signed.getKeyId() != null) {
            PublicKey key = keys.getOrDefault(kindOf(signed), Map.of()).get(signed.getKeyId());
            if (key != null) {
                return key;
            }
        }
        throw new UnsupportedJwtException("no key of this deployment");
    }

    private static TokenKind kindOf(JwsHeader header) {
        String type = header.getType();
        return TokenKind.ofType(type == null ? "" : type)
                .orElseThrow(() -> new UnsupportedJwtException("no kind of token"));
    }
}
