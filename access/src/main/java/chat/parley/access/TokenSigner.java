package chat.parley.access;

import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/** Signs tokens with one key. */
final class TokenSigner {

    static final String ISSUER = "parley";

    private final SigningKey key;
    private final Clock clock;

    TokenSigner(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    String sign(TokenKind kind, String subject, String value) {
        Instant now = clock.instant();
        return Jwts.builder()
                .json(new JwtJson.Writer())
                .header()
                .type(kind.type())
                .keyId(key.id())
                .and()
                .issuer(ISSUER)
                .audience()
                .add(kind.audience())
                .and()
                .subject(subject)
                .claim(kind.claim(), value)
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(kind.lifetime())))
                .signWith(key.key(), Jwts.SIG.EdDSA)
                .compact();
    }
}
