package chat.parley.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Issues tokens with which a gateway calls other services on behalf of people. They are accepted nowhere else, see {@link ControllerRules}.
 * One token serves for half its lifetime: a signature costs more than the call it is for.
 */
public final class ServiceTokens {

    private static final Duration REUSED_FOR = TokenKind.SERVICE.lifetime().dividedBy(2);
    private static final int MOST = 20_000;

    private final TokenSigner signer;
    private final Cache<Caller, String> recent;

    /** @param secret the private key, base64 of its PKCS#8 encoding */
    public ServiceTokens(@Nullable String secret, PublicKeys keys, Clock clock) {
        this.signer =
                new TokenSigner(SigningKey.of("parley.secret.service", secret, keys.of(TokenKind.SERVICE)), clock);
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REUSED_FOR)
                .build();
    }

    public String serviceToken(Caller caller) {
        return recent.get(
                caller,
                named -> signer.sign(
                        TokenKind.SERVICE,
                        named.user().toString(),
                        named.session().toString()));
    }
}
