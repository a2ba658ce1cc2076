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
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * Issues and verifies the three kinds of token: access tokens of people, short-lived service tokens between services, and
 * tokens of machine clients with scopes. Each kind has its own type, audience and key, so none is accepted in place of
 * another. All are HS256.
 */
public final class AccessTokens {

    public static final Duration ACCESS_LIFETIME = Duration.ofMinutes(5);
    public static final Duration SERVICE_LIFETIME = Duration.ofSeconds(30);
    public static final Duration CLIENT_LIFETIME = Duration.ofMinutes(5);

    /** The tolerated difference between the clocks of two services. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private static final String ISSUER = "parley";
    private static final String SESSION = "sid";
    private static final String SCOPE = "scope";

    /**
     * @param claim the claim beside the subject
     * @param reading makes the principal from subject and claim
     */
    private record Kind(
            String type,
            String audience,
            Duration lifetime,
            SecretKey key,
            String claim,
            BiFunction<String, String, Principal> reading) {}

    private final Kind access;
    private final Kind service;
    private final Kind client;
    private final Clock clock;
    private final JwtParser parser;

    public AccessTokens(TokenSecrets secrets, Clock clock) {
        this.access =
                new Kind("at+jwt", "parley-api", ACCESS_LIFETIME, secrets.accessKey(), SESSION, AccessTokens::caller);
        this.service = new Kind(
                "service+jwt",
                "parley-services",
                SERVICE_LIFETIME,
                secrets.serviceKey(),
                SESSION,
                (user, session) -> new ServiceCaller(caller(user, session)));
        this.client = new Kind(
                "client+jwt",
                "parley-clients",
                CLIENT_LIFETIME,
                secrets.clientKey(),
                SCOPE,
                (id, scopes) -> new MachineClientCaller(MachineClientId.of(id), Scope.parseAll(scopes)));
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
        return issue(access, caller.user().toString(), caller.session().toString());
    }

    /** For a call to another service on behalf of a person. */
    public String serviceToken(Caller caller) {
        return issue(service, caller.user().toString(), caller.session().toString());
    }

    public String clientToken(MachineClientCaller caller) {
        return issue(client, caller.client().toString(), Scope.join(caller.scopes()));
    }

    /**
     * The principal that a token of any kind names.
     *
     * @throws Refused {@link Reason#TOKEN_EXPIRED}, or {@link Reason#UNAUTHENTICATED} for anything else that is wrong with
     *     it
     */
    public Principal verify(String token) {
        try {
            Jws<Claims> jws = parser.parseSignedClaims(token);
            Kind kind = kindOf(jws.getHeader());
            Claims claims = jws.getPayload();
            boolean bounded =
                    claims.getExpiration() != null && Set.of(kind.audience()).equals(claims.getAudience());
            String subject = claims.getSubject();
            String value = claims.get(kind.claim(), String.class);
            if (!bounded || subject == null || value == null) {
                throw new Refused(Reason.UNAUTHENTICATED);
            }
            return kind.reading().apply(subject, value);
        } catch (ExpiredJwtException e) {
            throw new Refused(Reason.TOKEN_EXPIRED);
        } catch (JwtException | IllegalArgumentException e) {
            throw new Refused(Reason.UNAUTHENTICATED);
        }
    }

    private static Caller caller(String user, String session) {
        return new Caller(UserId.of(user), SessionId.of(session));
    }

    private String issue(Kind kind, String subject, String value) {
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
                .subject(subject)
                .claim(kind.claim(), value)
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(kind.lifetime())))
                .signWith(kind.key(), Jwts.SIG.HS256)
                .compact();
    }

    private Key keyFor(Header header) {
        if (header instanceof JwsHeader signed) {
            return kindOf(signed).key();
        }
        throw new UnsupportedJwtException("no kind of token");
    }

    private Kind kindOf(JwsHeader header) {
        return Stream.of(access, service, client)
                .filter(kind -> kind.type().equals(header.getType()))
                .findFirst()
                .orElseThrow(() -> new UnsupportedJwtException("no kind of token"));
    }
}
