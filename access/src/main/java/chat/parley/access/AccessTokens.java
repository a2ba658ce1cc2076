package chat.parley.access;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.function.Predicate;
import javax.crypto.SecretKey;

/**
 * Makes and checks the two kinds of token: a person's access token and the short one services call each other with. They
 * differ in type, audience and secret, so that neither passes for the other; both are HS256 and nothing else.
 */
public final class AccessTokens {

    public static final Duration ACCESS_LIFETIME = Duration.ofMinutes(5);
    public static final Duration SERVICE_LIFETIME = Duration.ofSeconds(30);

    /** How far the clocks of two services may be apart. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private static final String ISSUER = "parley";
    private static final String SESSION = "sid";

    private record Kind(String type, String audience, Duration lifetime, SecretKey key) {}

    private final Kind access;
    private final Kind service;
    private final Clock clock;
    private final JwtParser parser;

    public AccessTokens(TokenSecrets secrets, Clock clock) {
        this.access = new Kind("at+jwt", "parley-api", ACCESS_LIFETIME, secrets.accessKey());
        this.service = new Kind("service+jwt", "parley-services", SERVICE_LIFETIME, secrets.serviceKey());
        this.clock = clock;
        this.parser = Jwts.parser()
                .json(new JwtJson.Reader())
                .clock(() -> Date.from(clock.instant()))
                .clockSkewSeconds(CLOCK_SKEW.toSeconds())
                .sig()
                .clear()
                .add(Jwts.SIG.HS256)
                .and()
                .keyLocator(this::keyFor)
                .requireIssuer(ISSUER)
                .build();
    }

    public String accessToken(Caller caller) {
        return issue(access, caller);
    }

    /** For a call to another service on behalf of this person. */
    public String serviceToken(Caller caller) {
        return issue(service, caller);
    }

    /**
     * Whom a token of either kind names.
     *
     * @throws Refused {@link Reason#TOKEN_EXPIRED}, or {@link Reason#UNAUTHENTICATED} for all else that is wrong with it
     */
    public Caller verify(String token) {
        return verified(token, _ -> true);
    }

    /** As {@link #verify}, and takes service tokens only. */
    public Caller verifyService(String token) {
        return verified(token, service::equals);
    }

    private String issue(Kind kind, Caller caller) {
        Instant now = clock.instant();
        return Jwts.builder()
                .json(new JwtJson.Writer())
                .header()
                .type(kind.type())
                .and()
                .issuer(ISSUER)
                .audience()
                .add(kind.audience())
                .and()
                .subject(caller.user().toString())
                .claim(SESSION, caller.session().toString())
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(kind.lifetime())))
                .signWith(kind.key(), Jwts.SIG.HS256)
                .compact();
    }

    private Caller verified(String token, Predicate<Kind> acceptable) {
        try {
            Jws<Claims> jws = parser.parseSignedClaims(token);
            Kind kind = kindOf(jws.getHeader());
            Claims claims = jws.getPayload();
            boolean bounded =
                    claims.getExpiration() != null && Set.of(kind.audience()).equals(claims.getAudience());
            String user = claims.getSubject();
            String session = claims.get(SESSION, String.class);
            if (!acceptable.test(kind) || !bounded || user == null || session == null) {
                throw new Refused(Reason.UNAUTHENTICATED);
            }
            return new Caller(UserId.of(user), SessionId.of(session));
        } catch (ExpiredJwtException e) {
            throw new Refused(Reason.TOKEN_EXPIRED);
        } catch (JwtException | IllegalArgumentException e) {
            throw new Refused(Reason.UNAUTHENTICATED);
        }
    }

    private Key keyFor(Header header) {
        if (header instanceof JwsHeader signed) {
            return kindOf(signed).key();
        }
        throw new UnsupportedJwtException("neither kind of token");
    }

    private Kind kindOf(JwsHeader header) {
        if (access.type().equals(header.getType())) {
            return access;
        }
        if (service.type().equals(header.getType())) {
            return service;
        }
        throw new UnsupportedJwtException("neither kind of token");
    }
}
