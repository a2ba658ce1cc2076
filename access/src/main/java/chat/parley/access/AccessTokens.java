package chat.parley.access;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Issues the tokens of people and of machine clients. Only the command side can: nobody else has the private key. */
public final class AccessTokens {

    public static final Duration ACCESS_LIFETIME = TokenKind.ACCESS.lifetime();
    public static final Duration CLIENT_LIFETIME = TokenKind.CLIENT.lifetime();

    private final TokenSigner signer;

    /** @param secret the private key, base64 of its PKCS#8 encoding */
    public AccessTokens(@Nullable String secret, PublicKeys keys, Clock clock) {
        this.signer = new TokenSigner(SigningKey.of("parley.secret.access", secret, keys.of(TokenKind.ACCESS)), clock);
    }

    public String accessToken(Caller caller) {
        return signer.sign(
                TokenKind.ACCESS, caller.user().toString(), caller.session().toString());
    }

    public String clientToken(MachineClientCaller caller) {
        return signer.sign(TokenKind.CLIENT, caller.client().toString(), Scope.join(caller.scopes()));
    }
}
